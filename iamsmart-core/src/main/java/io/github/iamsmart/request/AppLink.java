package io.github.iamsmart.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ConfigurationException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Links that open the iAM Smart app: {@code scheme://context?ticketID=…}. For the button that the page shows to a user
 * who is on the phone. A mobile web page that signs a user in needs none of them; there {@code getQR} with
 * {@code brokerPage=true} opens the app.
 *
 * <p>Immutable and thread-safe.
 */
public final class AppLink {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
    private static final Pattern CONTEXT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final String scheme;
    private final Map<Context, String> names;

    private AppLink(String scheme, Map<Context, String> names) {
        this.scheme = scheme;
        this.names = new EnumMap<>(names);
    }

    /**
     * Returns the links of an app, with the context names that public sources show.
     *
     * @param scheme {@code hk.gov.iamsmart} for the production app, {@code hk.gov.iamsmart.testapp} for the testing app
     *     [W]
     * @return the links
     * @throws ConfigurationException if it is not the name of a URI scheme
     */
    public static AppLink forScheme(String scheme) {
        if (!SCHEME.matcher(scheme).matches()) {
            throw new ConfigurationException("'" + scheme
                    + "' is not a URI scheme: write the name alone, such as hk.gov.iamsmart, without '://'.");
        }
        Map<Context, String> names = new EnumMap<>(Context.class);
        for (Context context : Context.values()) {
            if (context.defaultName != null) {
                names.put(context, context.defaultName);
            }
        }
        return new AppLink(scheme, names);
    }

    /**
     * Returns these links with another name for a context, for where your specification differs.
     *
     * @param context which screen of the app
     * @param name its name in the link
     * @return a copy
     * @throws ConfigurationException if the name has other characters than letters, digits, dot, hyphen and underscore
     */
    public AppLink with(Context context, String name) {
        if (!CONTEXT.matcher(name).matches()) {
            throw new ConfigurationException("'" + name + "' cannot be the context " + context
                    + " of an app link: write letters, digits, dots, hyphens and underscores only.");
        }
        AppLink copy = new AppLink(scheme, names);
        copy.names.put(context, name);
        return copy;
    }

    /**
     * Returns the link that opens a request in the app.
     *
     * @param context which screen of the app
     * @param ticketId the ticket as the gateway gave it; it is percent-encoded here
     * @return the link
     * @throws ConfigurationException if there is no ticket, or no name for the context
     */
    public URI open(Context context, String ticketId) {
        if (ticketId.isBlank()) {
            throw new ConfigurationException(
                    "A link that opens a request needs the ticketID that the gateway answered.");
        }
        if (!names.containsKey(context)) {
            throw new ConfigurationException("No public source tells which screen of the app " + context
                    + " is: take its name from your specification and give it with AppLink.with(Context." + context
                    + ", \"…\").");
        }
        return link(context, parameter("ticketID", ticketId));
    }

    /**
     * Returns the link that opens a request in the app, where the name of its screen is known.
     *
     * @param context which screen of the app
     * @param ticketId the ticket as the gateway gave it; it is percent-encoded here
     * @return the link; empty for {@link Context#CCIC_VERIFICATION}, unless {@link #with} has given it a name
     * @throws ConfigurationException if there is no ticket
     */
    public Optional<URI> find(Context context, String ticketId) {
        return names.containsKey(context) ? Optional.of(open(context, ticketId)) : Optional.empty();
    }

    /**
     * Returns the link by which the service's own app starts a sign-in [1]. It carries the state, so it is as secret as
     * that: do not log it.
     *
     * @param clientId the online service
     * @param source {@link Source#APP_LINK} or {@link Source#APP_SCHEME}, by which the app is returned to
     * @param redirectUri the registered address that brings the code back
     * @param scopes what the token will be used for
     * @param state fresh and bound to the user's app
     * @return the link
     * @throws ConfigurationException if the source is not that of an app, or there is no scope
     */
    public URI signIn(String clientId, Source source, URI redirectUri, Collection<Scope> scopes, State state) {
        if (!source.isApp()) {
            throw new ConfigurationException("An app signs in with the source App_Link or App_Scheme, not with "
                    + source + ": send a browser to the authorization URI instead.");
        }
        if (scopes.isEmpty()) {
            throw new ConfigurationException("A sign-in needs at least one scope, for example Scope.AUTH.");
        }
        String scope = scopes.stream().map(Scope::value).distinct().collect(Collectors.joining(" "));
        return link(
                Context.SIGN_IN,
                String.join(
                        "&",
                        parameter("clientID", clientId),
                        parameter("responseType", "code"),
                        parameter("source", source.value()),
                        parameter("redirectURI", redirectUri.toString()),
                        parameter("scope", scope),
                        parameter("state", state.value())));
    }

    private URI link(Context context, String query) {
        return URI.create(scheme + "://" + names.get(context) + "?" + query);
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    /** Returns the scheme and the context names. */
    @Override
    public String toString() {
        return "AppLink[" + scheme + ", " + names + "]";
    }

    /** The screens of the app, each with the name that public sources show and its mark. */
    public enum Context {
        /** {@code profile} [W]. */
        PROFILE("profile"),
        /** {@code eme} [W]. */
        FORM_FILLING("eme"),
        /** {@code re-auth} [W]. */
        REAUTHENTICATION("re-auth"),
        /** {@code hash-sign} [W]. */
        HASH_SIGNING("hash-sign"),
        /** {@code pdf-sign}, a guess [?]. */
        PDF_SIGNING("pdf-sign"),
        /** {@code bulk-sign}, a guess [?]. */
        BULK_SIGNING("bulk-sign"),
        /** {@code auth}, for a request without a sign-in before it [1]. */
        ANONYMOUS("auth"),
        /** {@code auth}, for a sign-in that the service's own app starts [1]. */
        SIGN_IN("auth"),
        /** Verification of a consular corps identity card; no name is public, so there is no default [?]. */
        CCIC_VERIFICATION(null);

        private final @Nullable String defaultName;

        Context(@Nullable String defaultName) {
            this.defaultName = defaultName;
        }

        /**
         * Returns the name of the context in configuration.
         *
         * @return for example {@code pdf-signing}
         */
        public String propertyName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
