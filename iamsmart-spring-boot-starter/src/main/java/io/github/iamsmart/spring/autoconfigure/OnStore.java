package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.internal.store.StoreChoice;
import io.github.iamsmart.spring.internal.store.StoreType;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches if the application has chosen a type of store. A wrong choice matches none: who announces it stops the start.
 */
abstract class OnStore extends SpringBootCondition implements ConfigurationCondition {

    private final StoreType type;

    private OnStore(StoreType type) {
        this.type = type;
    }

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("Store of iAM Smart");
        ClassLoader loader = Objects.requireNonNullElseGet(context.getClassLoader(), ClassUtils::getDefaultClassLoader);
        try {
            StoreChoice choice =
                    StoreChoice.of(context.getEnvironment(), Objects.requireNonNull(context.getBeanFactory()), loader);
            return new ConditionOutcome(
                    choice.type() == type, message.because("it is " + choice.type() + ": " + choice.reason()));
        } catch (ConfigurationException | BindException e) {
            return ConditionOutcome.noMatch(message.because("the choice is wrong"));
        }
    }

    /** In Redis. */
    static final class Redis extends OnStore {

        Redis() {
            super(StoreType.REDIS);
        }
    }

    /** In a database. */
    static final class Jdbc extends OnStore {

        Jdbc() {
            super(StoreType.JDBC);
        }
    }
}
