package io.github.iamsmart;

import io.github.iamsmart.listener.AnswerReport;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.CallbackReport;
import io.github.iamsmart.listener.DeliveryReport;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.listener.KeyReport;
import io.github.iamsmart.listener.OutgoingCall;
import io.github.iamsmart.listener.TracedRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tracer whose exceptions do not affect the work that it follows. */
final class SafeTracer implements IamSmartTracer {

    private static final Logger log = LoggerFactory.getLogger(SafeTracer.class);

    private final IamSmartTracer tracer;

    private SafeTracer(IamSmartTracer tracer) {
        this.tracer = tracer;
    }

    /** {@return a tracer that throws nothing} */
    static IamSmartTracer of(IamSmartTracer tracer) {
        return tracer == NONE ? tracer : new SafeTracer(tracer);
    }

    @Override
    public Consumer<CallReport> callStarted(OutgoingCall call) {
        return safe(or(() -> tracer.callStarted(call), report -> {}));
    }

    @Override
    public Supplier<Consumer<KeyReport>> keyNeeded() {
        Supplier<Consumer<KeyReport>> start = or(tracer::keyNeeded, () -> report -> {});
        return () -> safe(or(start, report -> {}));
    }

    @Override
    public Consumer<CallbackReport> callbackReceived() {
        return safe(or(tracer::callbackReceived, report -> {}));
    }

    @Override
    public Consumer<AnswerReport> answerFound(TracedRequest request) {
        return safe(or(() -> tracer.answerFound(request), report -> {}));
    }

    @Override
    public Consumer<DeliveryReport> deliveryStarted(TracedRequest request) {
        return safe(or(() -> tracer.deliveryStarted(request), report -> {}));
    }

    @Override
    public Optional<String> traceParent() {
        return or(tracer::traceParent, Optional.empty());
    }

    private <R> Consumer<R> safe(Consumer<R> end) {
        return report -> {
            try {
                end.accept(report);
            } catch (Exception | Error e) { // As in ListenerChain.
                failed(e);
            }
        };
    }

    private <T> T or(Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (Exception | Error e) { // As in ListenerChain.
            failed(e);
            return otherwise;
        }
    }

    private void failed(Throwable failure) {
        log.warn("The tracer {} failed.", tracer.getClass().getName(), failure);
    }
}
