package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.callback.CallbackEndpoint;
import io.github.iamsmart.spring.signin.LocalPath;
import io.github.iamsmart.spring.signin.SignInSettings;
import io.github.iamsmart.spring.signin.SignInUrls;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the properties of the sign-in endpoints. */
final class SignInProperties {

    private static final Logger log = LoggerFactory.getLogger(SignInProperties.class);

    private final String prefix;
    private final boolean simulated;

    SignInProperties(String prefix, boolean simulated) {
        this.prefix = prefix;
        this.simulated = simulated;
    }

    SignInSettings settings(IamSmartProperties properties) {
        IamSmartProperties.SignIn signIn = properties.signIn();
        checkPathPrefix(signIn.pathPrefix());
        checkTarget("success-url", signIn.successUrl());
        checkTarget("failure-url", signIn.failureUrl());
        checkLifetime(signIn.stateLifetime());
        if (signIn.scopes().isEmpty()) {
            throw refused("scopes", "is empty.", "Ask for sign-in at least", "eidapi_auth");
        }
        SignInSettings settings = new SignInSettings(
                new PublicUrl(prefix, simulated).check(properties.publicUrl()),
                signIn.pathPrefix(),
                signIn.successUrl(),
                Set.copyOf(signIn.scopes()),
                signIn.stateLifetime(),
                properties.language());
        announce(settings);
        return settings;
    }

    /** Says what must be registered: changing a callback URL means a form and days of waiting. */
    private static void announce(SignInSettings settings) {
        URI application = settings.publicUrl();
        if (application != null) {
            SignInUrls urls = new SignInUrls(settings);
            log.info("Callback URL of sign-in, to be registered with iAM Smart: {}", urls.loginCallback(application));
            log.info(
                    "Callback URL of results, to be registered with iAM Smart: {}",
                    CallbackEndpoint.url(application, settings.pathPrefix(), IamSmartProperties.DEFAULT_CLIENT));
        }
    }

    private void checkPathPrefix(String value) {
        if (!value.matches("(/[A-Za-z0-9_.~-]+)+")) {
            throw refused(
                    "path-prefix",
                    "is '" + value + "': it must begin with a slash, not end with one, and have no wildcard.",
                    "Write a path within the application",
                    "/iamsmart");
        }
    }

    private void checkTarget(String name, @Nullable String value) {
        if (value != null && !value.isBlank() && !LocalPath.isSafe(value) && !isWebUrl(value)) {
            throw refused(
                    name,
                    "is '" + value + "', which is neither a path nor a URL.",
                    "Write a path within the application, from a slash on, or an absolute URL",
                    "/home");
        }
    }

    private void checkLifetime(Duration value) {
        if (value.compareTo(Duration.ofSeconds(1)) < 0) {
            throw refused(
                    "state-lifetime",
                    "is " + value + ", which leaves no time to sign in.",
                    "Write the time that a user needs with the phone",
                    "20m");
        }
    }

    private static boolean isWebUrl(String value) {
        try {
            URI url = URI.create(value);
            return url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private IamSmartPropertyException refused(String name, String problem, String advice, String example) {
        String property = prefix + ".sign-in." + name;
        return new IamSmartPropertyException(
                property + " " + problem, advice + ":\n\n" + YamlLines.of(property, example));
    }
}
