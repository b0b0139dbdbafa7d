package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.client.EnvironmentName;
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

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        ConditionMessage.Builder message = ConditionMessage.forCondition("a standalone iAM Smart simulator");
        boolean simulated = EnvironmentName.normalized(environment.getProperty("iamsmart.environment"))
                .equals(EnvironmentName.SIMULATOR);
        boolean elsewhere = has(environment, "iamsmart.base-url");
        boolean registered = has(environment, "iamsmart.client-id")
                || has(environment, "iamsmart.client-secret")
                || has(environment, "iamsmart.kek.location");
        return simulated && elsewhere && !registered
                ? ConditionOutcome.match(message.because("iamsmart.base-url is set and iamsmart.client-id is not"))
                : ConditionOutcome.noMatch(message.because("the properties name none, or a client of it"));
    }

    private static boolean has(Environment environment, String property) {
        return !environment.getProperty(property, "").isBlank();
    }
}
