package io.github.iamsmart.spring.internal.properties;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The pages that the starter shows. Their words are replaced one by one in the application's messages, under
 * "iamsmart.page.".
 *
 * @param style Style sheet of the application for these pages, in place of the starter's: a path within the
 *     application, or an absolute https URL.
 * @param waitingView Name of a view of the application that shows the page which waits for the user, in place of the
 *     starter's; its model attribute "waitingPage" holds texts and links.
 */
@ConfigurationProperties(PagesProperties.PREFIX)
public record PagesProperties(
        @Nullable String style, @Nullable String waitingView) {

    /** Where the settings begin. */
    public static final String PREFIX = IamSmartProperties.PREFIX + ".pages";
}
