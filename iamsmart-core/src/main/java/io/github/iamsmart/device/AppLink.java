package io.github.iamsmart.device;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.internal.text.QueryText;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Links that open the iAM Smart app, {@code scheme://context?ticketID=…}, for a user whose browser is on the phone. A
 * mobile web page does not need them for a sign-in: there, {@code getQR} with {@code brokerPage=true} opens the app.
 *
 * <p>Immutable and thread-safe.
 */
public final class AppLink {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final String scheme;
    private final SortedMap<String, String> replaced;

    private AppLink(String scheme, Map<String, String> replaced) {
        this.scheme = scheme;
        this.replaced = new TreeMap<>(replaced);
    }

    /**
     * {@return the links of an app, with the contexts that public sources show}
     *
     * @param scheme {@code hk.gov.iamsmart} for the production app, {@code hk.gov.iamsmart.testapp} for the testing app
     *     [W]
     * @throws ConfigurationException if it is not the name of a URI scheme
     */
    public static AppLink forScheme(String scheme) {
        if (!SCHEME.matcher(scheme).matches()) {
            throw new ConfigurationException("'" + scheme
                    + "' is not a URI scheme: write the name alone, such as hk.gov.iamsmart, without '://'.");
        }
        return new AppLink(scheme, Map.of());
    }

    /**
     * {@return a copy with another context for a screen, where your specification differs}
     *
     * @param screen the screen
     * @param context its name in the link, for example {@code pdf-sign} or {@code auth/iAmSmartLogin}
     * @throws ConfigurationException if the context is not made of words of letters, digits, dot, hyphen and underscore
     *     with a slash between each two
     */
    public AppLink with(Screen screen, String context) {
        return with(screen.name(), context);
    }

    /**
     * {@return a copy with another context for a screen, where your specification differs}
     *
     * @param screen the {@linkplain Screen#name() name} of the screen; building the client fails if it does not know
     *     the name
     * @param context its name in the link, for example {@code pdf-sign} or {@code auth/iAmSmartLogin}
     * @throws ConfigurationException if the context is not made of words of letters, digits, dot, hyphen and underscore
     *     with a slash between each two
     */
    public AppLink with(String screen, String context) {
        requireContext(screen, context);
        AppLink copy = new AppLink(scheme, replaced);
        copy.replaced.put(screen, context);
        return copy;
    }

    static void requireContext(String screen, String context) {
        for (String segment : context.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw new ConfigurationException("'" + context + "' cannot be the context of the screen " + screen
                        + " in an app link: write letters, digits, dots, hyphens and underscores only, beginning with a"
                        + " letter or digit, and where there are several such words, one slash between them.");
            }
        }
    }

    /** {@return the names of the screens whose context is replaced} */
    public Set<String> replaced() {
        return Set.copyOf(replaced.keySet());
    }

    /**
     * {@return the link that opens a screen with these parameters}
     *
     * @param screen the screen
     * @param parameters names and values in their order; the values are percent-encoded here
     * @throws ConfigurationException if no public source shows the screen's context and none is configured
     */
    public URI open(Screen screen, Map<String, String> parameters) {
        String context = context(screen)
                .orElseThrow(() -> new ConfigurationException("No public source shows which screen of the app "
                        + screen + " is: take its name from your specification and set it with AppLink.with(\"" + screen
                        + "\", \"…\") or the property iamsmart.app-links." + screen + "."));
        return URI.create(scheme + "://" + context + "?" + QueryText.of(parameters));
    }

    /**
     * {@return the link that opens a request in the app}
     *
     * @param screen the screen of its kind
     * @param ticketId the ticket as the gateway gave it; it is percent-encoded here
     * @throws InvalidRequestException if there is no ticket
     * @throws ConfigurationException if the screen's context is not known
     */
    public URI open(Screen screen, String ticketId) {
        requireTicket(ticketId);
        return open(screen, Map.of("ticketID", ticketId));
    }

    /**
     * {@return the link that opens a request in the app; empty where the screen's context is not known}
     *
     * @param screen the screen of its kind
     * @param ticketId the ticket as the gateway gave it; it is percent-encoded here
     * @throws InvalidRequestException if there is no ticket
     */
    public Optional<URI> find(Screen screen, String ticketId) {
        requireTicket(ticketId);
        return context(screen).map(context -> open(screen, ticketId));
    }

    private static void requireTicket(String ticketId) {
        if (ticketId.isBlank()) {
            throw new InvalidRequestException(
                    "A link that opens a request needs the ticketID from the gateway's answer.");
        }
    }

    private Optional<String> context(Screen screen) {
        return Optional.ofNullable(replaced.get(screen.name())).or(screen::defaultContext);
    }

    /** {@return the scheme and the replaced contexts} */
    @Override
    public String toString() {
        return "AppLink[" + scheme + ", " + replaced + "]";
    }
}
