package io.github.iamsmart.spring.requests;

import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.spring.IamSmartClientRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * A request has ended. Listen by the type of its result:
 *
 * <pre>{@code
 * @EventListener
 * void onFormFilling(RequestOutcomeEvent<FormFillingResult> event) { … }
 * }</pre>
 *
 * <p>The promise is that of {@link IamSmartRequestHandler}, at least once, with one condition: the listener must do its
 * work before it returns. What an {@code @Async} listener throws is lost, so nothing is tried again;
 * {@code @TransactionalEventListener} is not called at all unless it has {@code fallbackExecution}, as there is no
 * transaction here.
 *
 * @param kind which kind of request; two kinds may share a type of result
 * @param outcome how it ended
 * @param client the name of the client that sent the request
 * @param <T> the type of the result
 */
public record RequestOutcomeEvent<T>(RequestKind<T> kind, RequestOutcome<T> outcome, String client)
        implements ResolvableTypeProvider {

    /**
     * Creates an event of the client {@value IamSmartClientRegistry#DEFAULT}; of use in tests.
     *
     * @param kind which kind of request
     * @param outcome how it ended
     */
    public RequestOutcomeEvent(RequestKind<T> kind, RequestOutcome<T> outcome) {
        this(kind, outcome, IamSmartClientRegistry.DEFAULT);
    }

    /** Tells Spring the type of the result, which erasure has taken away. */
    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(RequestOutcomeEvent.class, kind.type());
    }
}
