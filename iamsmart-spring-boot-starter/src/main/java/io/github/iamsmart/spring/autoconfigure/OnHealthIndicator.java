package io.github.iamsmart.spring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches unless {@code management.health.iamsmart.enabled} says no, or, where it says nothing,
 * {@code management.health.defaults.enabled}. Spring Boot's own condition for this has moved between 3 and 4.
 */
final class OnHealthIndicator extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        boolean byDefault = environment.getProperty("management.health.defaults.enabled", Boolean.class, true);
        boolean enabled = environment.getProperty("management.health.iamsmart.enabled", Boolean.class, byDefault);
        return new ConditionOutcome(
                enabled,
                ConditionMessage.forCondition("Health of iAM Smart").because(enabled ? "it is enabled" : "it is not"));
    }
}
