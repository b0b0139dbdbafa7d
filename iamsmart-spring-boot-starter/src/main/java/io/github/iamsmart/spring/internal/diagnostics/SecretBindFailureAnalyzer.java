package io.github.iamsmart.spring.internal.diagnostics;

import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.text.LocationText;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Says that a property cannot be bound without showing its value, where Spring Boot would print what may be a secret: a
 * key where a group of properties is expected, a list in place of a password.
 */
@Order(0) // before Spring Boot's own, which has no order
final class SecretBindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of(IamSmartProperties.PREFIX);

    /** Elements of names below which values may be secret; everything else has numbers, durations and words. */
    private static final Set<String> SECRET = Set.of(
            "kek",
            "previous-kek",
            "previouskek",
            "trust-store",
            "truststore",
            "proxy",
            "client-secret",
            "clientsecret",
            "client-id",
            "clientid",
            "base-url",
            "baseurl");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConfigurationProperty property = cause.getProperty();
        ConfigurationPropertyName name = property == null ? cause.getName() : property.getName();
        if ((!PREFIX.equals(name) && !PREFIX.isAncestorOf(name)) || !(mayBeSecret(name) || looksLikeSecret(property))) {
            return null;
        }
        String origin = property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return new FailureAnalysis(
                "The value of " + name + origin + " has not the form of this property. It is not shown, as it may be a"
                        + " secret.",
                "Correct it: docs/getting-started.md and your editor's completion show what belongs below "
                        + IamSmartProperties.PREFIX + ".",
                null); // a debug log prints the cause, which repeats the value
    }

    /** A key may have been pasted anywhere. */
    private static boolean looksLikeSecret(@Nullable ConfigurationProperty property) {
        return property != null && !LocationText.isShown(String.valueOf(property.getValue()));
    }

    private static boolean mayBeSecret(ConfigurationPropertyName name) {
        if (name.getNumberOfElements() == PREFIX.getNumberOfElements()) {
            return true;
        }
        for (int i = PREFIX.getNumberOfElements(); i < name.getNumberOfElements(); i++) {
            if (SECRET.contains(name.getElement(i, ConfigurationPropertyName.Form.DASHED))) {
                return true;
            }
        }
        return false;
    }
}
