package io.github.iamsmart.spring.internal.diagnostics;

import io.github.iamsmart.spring.internal.properties.ClientPrefix;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.KnownProperties;
import io.github.iamsmart.spring.internal.properties.KnownProperty;
import io.github.iamsmart.spring.internal.text.LocationText;
import io.github.iamsmart.spring.internal.text.MessageText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.util.StringUtils;

/**
 * Says what a property wants whose value cannot be bound, with the line to write, where Spring Boot would tell of
 * converters. A value that may be a secret is not shown: a key where a group of properties is expected, a list in place
 * of a password.
 */
@Order(0) // before Spring Boot's own, which has no order
final class PropertyBindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final int LONGEST_LIST = 200;
    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of(IamSmartProperties.PREFIX);

    /** Elements of names below which values may be secret; everything else has numbers, durations and words. */
    private static final Set<String> SECRET = Set.of(
            "kek",
            "previous-kek",
            "previouskek",
            "trust-store",
            "truststore",
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
        if (!PREFIX.equals(name) && !PREFIX.isAncestorOf(name)) {
            return null;
        }
        KnownProperties known = KnownProperties.ofThisJar().with(client(name));
        List<String> below = known.below(name);
        if (!below.isEmpty()) {
            return group(name, property, below);
        }
        KnownProperty wanted = known(known, name);
        String problem = problem(name, property, wanted);
        return new FailureAnalysis(
                MessageText.oneLine(problem),
                wanted == null ? "Correct it." : MessageText.lines(advice(wanted, property, problem)),
                null); // a debug log prints the cause, which repeats the value
    }

    /** {@return the name of the client whose property it is, if it has a name} */
    private static List<String> client(ConfigurationPropertyName name) {
        return ClientPrefix.ALL.isAncestorOf(name)
                ? List.of(
                        name.getElement(ClientPrefix.ALL.getNumberOfElements(), ConfigurationPropertyName.Form.DASHED))
                : List.of();
    }

    /** An element of a list or a map is described with it. */
    private static @Nullable KnownProperty known(KnownProperties known, ConfigurationPropertyName name) {
        ConfigurationPropertyName parent = name;
        while (parent.getNumberOfElements() > PREFIX.getNumberOfElements()) {
            KnownProperty property = known.find(parent).orElse(null);
            if (property != null) {
                return property;
            }
            parent = parent.getParent();
        }
        return null;
    }

    private static FailureAnalysis group(
            ConfigurationPropertyName name, @Nullable ConfigurationProperty property, List<String> below) {
        return new FailureAnalysis(
                name + origin(property)
                        + " has a value of its own, but is a group of properties. The value is not shown,"
                        + " as it may be a secret.",
                "Write the properties that are meant below " + name + ": " + String.join(", ", below) + ".",
                null);
    }

    private static String problem(
            ConfigurationPropertyName name, @Nullable ConfigurationProperty property, @Nullable KnownProperty wanted) {
        String what = wanted == null
                ? "what this property takes"
                : ValueForm.of(wanted).what();
        if (property == null) {
            return "The value of " + name + " is not " + what + ".";
        }
        String value = String.valueOf(property.getValue());
        return mayBeSecret(name) || !LocationText.isShown(value.strip())
                ? "The value of " + name + origin(property) + " is not " + what
                        + ". It is not shown, as it may be a secret."
                : name + " is '" + value + "'" + origin(property) + ", which is not " + what + ".";
    }

    private static String advice(KnownProperty wanted, @Nullable ConfigurationProperty property, String problem) {
        ValueForm form = ValueForm.of(wanted);
        String example = form.example();
        String value =
                property == null ? "" : String.valueOf(property.getValue()).strip();
        if (wanted.isList() && hasNamesWithBlanks(value)) {
            example = String.join(", ", StringUtils.tokenizeToStringArray(value, " "));
        }
        String placeholder = problem.contains("'${")
                ? "Nothing has a value of the name in the placeholder: set it as an environment variable. Or write "
                : "Write ";
        return placeholder + form.advice() + ":\n\n"
                + YamlLines.of(wanted.name().toString(), example);
    }

    /** As scopes stand on the wire. */
    private static boolean hasNamesWithBlanks(String value) {
        return value.contains(" ")
                && value.length() < LONGEST_LIST
                && value.chars().allMatch(c -> c == ' ' || c == '_' || c == '-' || Character.isLetterOrDigit(c));
    }

    private static String origin(@Nullable ConfigurationProperty property) {
        return property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
    }

    private static boolean mayBeSecret(ConfigurationPropertyName name) {
        for (int i = PREFIX.getNumberOfElements(); i < name.getNumberOfElements(); i++) {
            String element = name.getElement(i, ConfigurationPropertyName.Form.DASHED);
            if (SECRET.contains(element) || element.endsWith("password") || element.endsWith("secret")) {
                return true;
            }
        }
        return false;
    }
}
