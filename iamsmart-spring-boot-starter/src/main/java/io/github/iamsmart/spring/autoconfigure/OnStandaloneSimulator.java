package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.client.EnvironmentName;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where the environment is a simulator at an address, and nobody says as whom the application is known there.
 */
final class OnStandaloneSimulator extends SpringBootCondition {

    private static final List<String> IDENTITY =
            List.of("client-id", "client-secret", "client-secret-file", "kek.location", "kek.bundle", "kek.key-bean");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        ConditionMessage.Builder message = ConditionMessage.forCondition("a standalone iAM Smart simulator");
        boolean simulated = EnvironmentName.normalized(text(environment, "iamsmart.environment"))
                .equals(EnvironmentName.SIMULATOR);
        boolean elsewhere = !text(environment, "iamsmart.base-url").isBlank();
        boolean registered = IDENTITY.stream()
                .anyMatch(name -> !text(environment, "iamsmart." + name).isBlank());
        return simulated && elsewhere && !registered
                ? ConditionOutcome.match(message.because("iamsmart.base-url is set and iamsmart.client-id is not"))
                : ConditionOutcome.noMatch(message.because("the properties name none, or a client of it"));
    }

    /** What cannot be resolved is set all the same; why it cannot is explained where it is read. */
    private static String text(Environment environment, String property) {
        try {
            return environment.getProperty(property, "");
        } catch (IllegalArgumentException e) {
            return property;
        }
    }
}
