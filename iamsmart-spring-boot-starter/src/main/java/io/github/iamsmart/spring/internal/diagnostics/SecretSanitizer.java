package io.github.iamsmart.spring.internal.diagnostics;

import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.LocationText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides the secrets of {@code iamsmart.*}: by the names of the properties, in every spelling that Spring Boot binds,
 * and by their values, which another property or the command line may show too.
 */
public final class SecretSanitizer implements SanitizingFunction {

    /** A shorter secret is hidden where it is the whole value only, or every other text would contain it. */
    private static final int LONG_ENOUGH_TO_SEARCH_FOR = 6;

    private final Supplier<List<IamSmartProperties>> properties;

    /**
     * Creates it.
     *
     * @param properties the settings of each client, whose secrets are hidden, as far as they are bound
     */
    public SecretSanitizer(Supplier<List<IamSmartProperties>> properties) {
        this.properties = properties;
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        return data.getValue() != null && (isSecretName(data.getKey()) || showsSecret(data.getValue()))
                ? data.withSanitizedValue()
                : data;
    }

    private static boolean isSecretName(String key) {
        String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return name.startsWith(IamSmartProperties.PREFIX) && (name.endsWith("secret") || name.endsWith("password"));
    }

    private boolean showsSecret(Object value) {
        if (!(value instanceof CharSequence)) {
            return false;
        }
        String text = value.toString();
        return properties.get().stream().flatMap(SecretSanitizer::secrets).anyMatch(secret -> shows(text, secret));
    }

    private static boolean shows(String text, String secret) {
        return secret.length() < LONG_ENOUGH_TO_SEARCH_FOR ? text.equals(secret) : text.contains(secret);
    }

    private static Stream<String> secrets(IamSmartProperties properties) {
        Stream<@Nullable String> passwords = Stream.of(
                properties.clientSecret(),
                properties.kek().password(),
                properties.kek().keyPassword(),
                properties.previousKek().password(),
                properties.previousKek().keyPassword(),
                properties.proxy().password(),
                properties.trustStore().password());
        Stream<@Nullable String> inline = Stream.of(
                        properties.kek().location(),
                        properties.kek().certificateLocation(),
                        properties.previousKek().location(),
                        properties.previousKek().certificateLocation(),
                        properties.trustStore().location())
                .filter(location -> location != null && LocationText.isHidden(location));
        return Stream.concat(passwords, inline).filter(Objects::nonNull).filter(secret -> !secret.isBlank());
    }
}
