package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.page.PageSettings;
import io.github.iamsmart.spring.internal.properties.PagesProperties;
import io.github.iamsmart.spring.internal.text.YamlLines;
import io.github.iamsmart.spring.internal.web.AsciiUrl;
import io.github.iamsmart.spring.internal.web.LocalPath;
import java.net.URI;
import java.util.Optional;

/** Checks the properties of pages. */
public final class PageSettingsReader {

    private final PagesProperties pages;

    /**
     * Creates it.
     *
     * @param pages the properties
     */
    public PageSettingsReader(PagesProperties pages) {
        this.pages = pages;
    }

    /**
     * {@return what the application has in place of ours}
     *
     * @throws IamSmartPropertyException if a browser could not load it
     */
    public PageSettings settings() {
        Optional<String> style = Optional.ofNullable(pages.style()).filter(value -> !value.isBlank());
        style.filter(value -> !LocalPath.isSafe(value) && !isWebUrl(value)).ifPresent(value -> {
            String property = PagesProperties.PREFIX + ".style";
            throw new IamSmartPropertyException(
                    property + " is '" + value + "', which is neither a path nor an https URL.",
                    "Write a path within the application, from a slash on, or an absolute https URL:\n\n"
                            + YamlLines.of(property, "/css/iamsmart.css"));
        });
        return new PageSettings(style, Optional.ofNullable(pages.waitingView()).filter(value -> !value.isBlank()));
    }

    /** Its origin becomes part of a security policy, in which a comma or a semicolon means something else. */
    private static boolean isWebUrl(String value) {
        try {
            URI url = URI.create(AsciiUrl.of(value));
            return "https".equals(url.getScheme()) && url.getHost() != null && url.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
