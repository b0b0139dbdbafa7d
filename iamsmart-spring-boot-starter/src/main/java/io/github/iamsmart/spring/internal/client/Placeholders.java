package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import org.jspecify.annotations.Nullable;

/** Finds values that are still <code>${…}</code>: the environment variable behind them is not set. */
final class Placeholders {

    private final String prefix;

    Placeholders(String prefix) {
        this.prefix = prefix;
    }

    void check(IamSmartProperties properties) {
        check("environment", properties.environment());
        check("base-url", properties.baseUrl());
        check("browser-base-url", properties.browserBaseUrl());
        check("client-id", properties.clientId());
        check("client-secret", properties.clientSecret());
        check("public-url", properties.publicUrl());
        check("kek.location", properties.kek().location());
        check("kek.password", properties.kek().password());
        check("kek.key-password", properties.kek().keyPassword());
        check("previous-kek.location", properties.previousKek().location());
        check("previous-kek.password", properties.previousKek().password());
        check("previous-kek.key-password", properties.previousKek().keyPassword());
        check("proxy.host", properties.proxy().host());
        check("proxy.username", properties.proxy().username());
        check("proxy.password", properties.proxy().password());
        check("trust-store.location", properties.trustStore().location());
        check("trust-store.password", properties.trustStore().password());
        properties.signing().trustAnchors().forEach(location -> check("signing.trust-anchors", location));
        properties.signing().intermediates().forEach(location -> check("signing.intermediates", location));
    }

    private void check(String property, @Nullable String value) {
        if (value != null && value.startsWith("${") && value.endsWith("}")) {
            throw new IamSmartPropertyException(
                    prefix + "." + property + " is " + value + ", and nothing has a value of that name.",
                    "Set the environment variable " + value.substring(2, value.length() - 1)
                            + " before the application starts, or write the value in place of the placeholder.");
        }
    }
}
