package io.github.iamsmart.simulator.bulksigning;

import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.simulator.callback.Callback;
import io.github.iamsmart.simulator.callback.Callback.Shape;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.request.BulkProgress;
import io.github.iamsmart.simulator.request.BulkSigning;
import io.github.iamsmart.simulator.request.BulkSigning.Document;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.signing.Signatures;
import io.github.iamsmart.simulator.wire.Code;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Signs what was approved and sends it, callback after callback: there are never more signatures than one brings. */
public final class BulkDelivery {
    private final Signatures signatures;
    private final CallbackSender callbacks;
    private final RequestRegistry requests;
    private final FaultInjector faults;
    private final Clock clock;

    public BulkDelivery(
            Signatures signatures,
            CallbackSender callbacks,
            RequestRegistry requests,
            FaultInjector faults,
            Clock clock) {
        this.signatures = signatures;
        this.callbacks = callbacks;
        this.requests = requests;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * Begins to sign, and returns at once.
     *
     * @param path the API that the request came by
     */
    void begin(PendingRequest request, String path, Persona persona) {
        request.bulk().orElseThrow().fail(failing(request, path));
        request.callback(SimulatedCallback.PENDING);
        Instant now = clock.instant();
        callbacks.inBackground(() -> sendAll(request, path, persona, now));
    }

    /** Tells that there will be no signatures. */
    void fail(PendingRequest request, String path, Code reason) {
        request.callback(SimulatedCallback.PENDING);
        SignatureFile none = SignatureFile.none(request);
        callbacks.send(callback(request, path, reason, none, clock.instant(), request::callback));
    }

    /** Known before the first callback, because each of them tells how many there are. */
    private List<String> failing(PendingRequest request, String path) {
        List<String> failing = new ArrayList<>();
        for (Document document : asked(request).documents()) {
            if (faults.take(
                            FaultKind.BULK_DOCUMENT_UNSIGNED,
                            path,
                            request.terms().clientId())
                    .isEmpty()) {
                break;
            }
            failing.add(document.id());
        }
        return failing;
    }

    private void sendAll(PendingRequest request, String path, Persona persona, Instant since) {
        BulkProgress progress = request.bulk().orElseThrow();
        int callbacksInAll = asked(request).callbacks();
        for (int i = 1; i <= callbacksInAll && isWanted(request); i++) {
            int sequence = i;
            SignatureFile file = SignatureFile.sign(signatures.signer(path, request, persona), request, sequence);
            callbacks.sendHere(callback(
                    request,
                    path,
                    Code.SUCCESS,
                    file,
                    since,
                    result -> progress.sent(sequence, result).ifPresent(request::callback)));
        }
    }

    /** The simulator was not closed meanwhile, nor reset. */
    private boolean isWanted(PendingRequest request) {
        return !Thread.currentThread().isInterrupted()
                && requests.find(request.terms().ticketId()).equals(Optional.of(request));
    }

    private static Callback callback(
            PendingRequest request,
            String path,
            Code code,
            SignatureFile file,
            Instant since,
            Consumer<SimulatedCallback> outcome) {
        return new Callback(
                request,
                path,
                asked(request).resultUri(),
                code,
                file.metadata(),
                Shape.SIGNATURES,
                file.text(),
                file.faults(),
                since,
                outcome);
    }

    private static BulkSigning asked(PendingRequest request) {
        return request.terms().asked().bulkSigning().orElseThrow();
    }
}
