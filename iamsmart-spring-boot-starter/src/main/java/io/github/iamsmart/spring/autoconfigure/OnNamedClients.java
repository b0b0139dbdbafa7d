package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.properties.ClientNames;
import io.github.iamsmart.spring.internal.properties.ClientPrefix;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where clients have names. Ahead-of-time processing decides it when the application is built: the names belong
 * to what it is, as its beans do.
 */
class OnNamedClients extends SpringBootCondition {

    private final int most;
    private final int least;

    OnNamedClients() {
        this(1, Integer.MAX_VALUE);
    }

    private OnNamedClients(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        List<String> names = ClientNames.in(context.getEnvironment());
        return new ConditionOutcome(
                names.size() >= least && names.size() <= most,
                ConditionMessage.forCondition("Named clients")
                        .because(names.isEmpty() ? ClientPrefix.ALL + " has none" : "they are " + names));
    }

    /** Matches where {@code iamsmart.*} configures the only client. */
    static final class None extends OnNamedClients {
        None() {
            super(0, 0);
        }
    }

    /** Matches where there is more than one. */
    static final class Several extends OnNamedClients {
        Several() {
            super(2, Integer.MAX_VALUE);
        }
    }
}
