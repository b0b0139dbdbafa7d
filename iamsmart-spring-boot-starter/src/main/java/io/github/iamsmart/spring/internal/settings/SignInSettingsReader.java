package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.signin.SignInSettings;
import io.github.iamsmart.spring.internal.text.DurationText;
import io.github.iamsmart.spring.internal.text.MessageText;
import io.github.iamsmart.spring.internal.text.NearestName;
import io.github.iamsmart.spring.internal.text.YamlLines;
import io.github.iamsmart.spring.internal.web.AsciiUrl;
import io.github.iamsmart.spring.internal.web.LocalPath;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the properties of sign-in. */
public final class SignInSettingsReader {

    private static final Logger log = LoggerFactory.getLogger(SignInSettingsReader.class);

    private final ConfiguredClient client;

    /**
     * Creates it.
     *
     * @param client whose settings are read
     */
    public SignInSettingsReader(ConfiguredClient client) {
        this.client = client;
    }

    /**
     * {@return the settings of sign-in}
     *
     * @throws IamSmartPropertyException if they cannot be used
     */
    public SignInSettings settings() {
        IamSmartProperties.SignIn signIn = client.properties().signIn();
        checkTarget("success-url", signIn.successUrl());
        checkTarget("failure-url", signIn.failureUrl());
        checkLifetime(signIn.stateLifetime());
        if (signIn.failedAttemptsPerMinute() < 1) {
            throw refused(
                    "failed-attempts-per-minute",
                    "is " + signIn.failedAttemptsPerMinute() + ", so that nobody could sign in.",
                    "Write at least 1",
                    "30");
        }
        if (signIn.scopes().isEmpty()) {
            throw refused("scopes", "is empty.", "Ask for sign-in at least", "eidapi_auth");
        }
        warnOfScopes(signIn.scopes());
        return new SignInSettings(
                signIn.successUrl(),
                Optional.ofNullable(signIn.failureUrl()).filter(url -> !url.isBlank()),
                Set.copyOf(signIn.scopes()),
                signIn.stateLifetime(),
                signIn.failedAttemptsPerMinute());
    }

    /** Scopes are an open list: one that is unknown here may be granted to the service. */
    private void warnOfScopes(Set<Scope> scopes) {
        String property = client.property("sign-in.scopes");
        List<String> known = Scope.KNOWN.stream().map(Scope::value).toList();
        scopes.stream()
                .map(Scope::value)
                .filter(scope -> !known.contains(scope))
                .sorted()
                .forEach(scope -> log.warn(
                        "{} has '{}', which is no scope that this version knows: {}",
                        property,
                        MessageText.oneLine(scope),
                        NearestName.of(scope, known)
                                .map(nearest -> "did you mean " + nearest + "?")
                                .orElse("the known ones are " + String.join(", ", known) + ".")));
        if (!scopes.contains(Scope.AUTH)) {
            log.warn(
                    "{} has no {}, the scope of sign-in: iAM Smart may refuse the sign-in. Write {}: {}",
                    property,
                    Scope.AUTH,
                    property,
                    Stream.concat(Stream.of(Scope.AUTH), scopes.stream())
                            .map(Scope::value)
                            .collect(Collectors.joining(", ")));
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
                    "is " + DurationText.of(value) + ", which leaves no time to sign in.",
                    "Write the time that a user needs with the phone; a number alone counts milliseconds",
                    "20m");
        }
    }

    private static boolean isWebUrl(String value) {
        try {
            URI url = URI.create(AsciiUrl.of(value));
            return url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private IamSmartPropertyException refused(String name, String problem, String advice, String example) {
        String property = client.property("sign-in." + name);
        return new IamSmartPropertyException(
                property + " " + problem, advice + ":\n\n" + YamlLines.of(property, example));
    }
}
