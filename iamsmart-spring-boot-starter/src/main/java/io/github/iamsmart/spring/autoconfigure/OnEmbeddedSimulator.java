package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.client.EnvironmentName;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.web.LoopbackHost;
import java.net.URI;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where the simulator is asked for, or nothing at all is configured. A single property of a real client rules
 * out the second: a deployment that has lost half of its configuration must stop, not let anybody sign in as anybody.
 */
final class OnEmbeddedSimulator extends SpringBootCondition {

    private static final List<String> OF_A_REAL_CLIENT =
            List.of("base-url", "client-secret", "kek.location", "previous-kek.location");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("Embedded iAM Smart simulator");
        Settings settings = new Settings(context.getEnvironment());
        String environment = EnvironmentName.normalized(settings.text("environment"));
        String enabled = settings.text("simulator.enabled");
        if (enabled.equalsIgnoreCase("false")) {
            return ConditionOutcome.noMatch(message.because("iamsmart.simulator.enabled is false"));
        }
        if (settings.has("client-id")) {
            return ConditionOutcome.noMatch(message.because("iamsmart.client-id is set"));
        }
        if (environment.equals(EnvironmentName.SIMULATOR)) {
            return settings.has("base-url")
                    ? ConditionOutcome.noMatch(message.because("iamsmart.base-url points to another simulator"))
                    : ConditionOutcome.match(message.because("iamsmart.environment is simulator"));
        }
        if (!environment.isEmpty()) {
            return ConditionOutcome.noMatch(message.because("iamsmart.environment is " + environment));
        }
        if (enabled.equalsIgnoreCase("true")) {
            return ConditionOutcome.match(message.because("iamsmart.simulator.enabled is true"));
        }
        for (String property : OF_A_REAL_CLIENT) {
            if (settings.has(property)) {
                return ConditionOutcome.noMatch(message.because("iamsmart." + property + " is set"));
            }
        }
        return settings.isPublic()
                ? ConditionOutcome.noMatch(message.because("iamsmart.public-url is a public address"))
                : ConditionOutcome.match(message.because("no client is configured"));
    }

    private static final class Settings {

        private final Binder binder;

        Settings(Environment environment) {
            this.binder = Binder.get(environment);
        }

        String text(String property) {
            return binder.bind(IamSmartProperties.PREFIX + "." + property, String.class)
                    .orElse("")
                    .strip();
        }

        boolean has(String property) {
            return !text(property).isEmpty();
        }

        boolean isPublic() {
            String url = text("public-url");
            if (url.isEmpty()) {
                return false;
            }
            try {
                String host = URI.create(url).getHost();
                return host == null || !LoopbackHost.is(host);
            } catch (IllegalArgumentException e) {
                return true;
            }
        }
    }
}
