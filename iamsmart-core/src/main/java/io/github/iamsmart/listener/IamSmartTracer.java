package io.github.iamsmart.listener;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Follows the work of a client from its start to its end: for spans that nest, log lines with a trace id, and the time
 * that work takes. An {@link IamSmartListener} only hears of the end.
 *
 * <p>Each method is called on the thread that does the work, before it begins, and returns what is called on the same
 * thread with a report when the work has ended, however it ended. Implementations must be thread-safe and fast. What
 * they throw is logged and otherwise ignored. The reports contain no secrets and no personal data, but for the failure
 * of an application's handler, whose message may quote any.
 */
public interface IamSmartTracer {

    /** A tracer that does nothing. */
    IamSmartTracer NONE = new IamSmartTracer() {};

    /**
     * A call to the gateway begins, with all its attempts.
     *
     * @param call which call; takes headers
     * @return hears how it ended
     */
    default Consumer<CallReport> callStarted(OutgoingCall call) {
        return report -> {};
    }

    /**
     * The content key (CEK) is needed. Threads that need it at the same time share one fetch, which a thread of its own
     * makes; this method is called on the thread that needs it.
     *
     * @return called on the thread that fetches, if a fetch begins for this caller; returns what hears how it ended
     */
    default Supplier<Consumer<KeyReport>> keyNeeded() {
        return () -> report -> {};
    }

    /**
     * A callback has come, from whomever. Within it, {@link #answerFound} is called if it is genuine.
     *
     * @return hears what became of it
     */
    default Consumer<CallbackReport> callbackReceived() {
        return report -> {};
    }

    /**
     * A callback belongs to a request of this client, knows its secret state, and is now judged and stored.
     *
     * @param request which it answers
     * @return hears what became of it
     */
    default Consumer<AnswerReport> answerFound(TracedRequest request) {
        return report -> {};
    }

    /**
     * The outcome of a request is offered to the application.
     *
     * @param request which has ended
     * @return hears whether the application took it
     */
    default Consumer<DeliveryReport> deliveryStarted(TracedRequest request) {
        return report -> {};
    }

    /**
     * {@return what is stored with a request that this thread is about to send, so that its answer and its delivery can
     * join the trace: the value of a W3C {@code traceparent} header of version 00; anything else is not stored}
     */
    default Optional<String> traceParent() {
        return Optional.empty();
    }
}
