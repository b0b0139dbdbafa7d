package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.BulkProgress;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.Status;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code POST /account/bdss/ackResult}: what a service made of the signatures, of all alike or of each [D], with a
 * sign-in or without. What the real gateway makes of an acknowledgement that does not fit is not public [?].
 */
final class AcknowledgementEndpoint implements GatewayEndpoint {
    private final BulkRequestFinder requests;
    private final Clock clock;

    AcknowledgementEndpoint(BulkRequestFinder requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/account/bdss/ackResult";
    }

    @Override
    public JsonNode handle(GatewayCall call) {
        String businessId = call.text("businessID");
        Acknowledgement said = Acknowledgement.read(call);
        PendingRequest request = requests.find(call.client(), businessId)
                .orElseThrow(() -> refuse("This client has made no bulk signing request " + businessId + "."));
        if (request.status(clock.instant()) == Status.PENDING) {
            throw refuse("The request " + businessId + " still waits for the user; there is no result yet.");
        }
        synchronized (request) {
            said.ofAll()
                    .ifPresentOrElse(result -> acknowledge(request, result), () -> acknowledge(request, said.ofEach()));
        }
        return Json.object();
    }

    private static void acknowledge(PendingRequest request, String result) {
        BulkProgress progress = request.bulk().orElseThrow();
        if (result.equals(Acknowledgement.ACCEPTED) && !progress.hasSigned()) {
            throw refuse("Nothing was signed; there is no signature to accept.");
        }
        if (progress.isAcknowledged() || !request.acknowledge(result)) {
            throw acknowledgedBefore();
        }
    }

    private static void acknowledge(PendingRequest request, Map<String, String> results) {
        BulkProgress progress = request.bulk().orElseThrow();
        Set<String> asked = request.terms().asked().bulkSigning().orElseThrow().documents().stream()
                .map(document -> document.id())
                .collect(Collectors.toSet());
        results.forEach((document, result) -> {
            if (!asked.contains(document)) {
                throw refuse("The request has no document '" + document + "'.");
            }
            if (result.equals(Acknowledgement.ACCEPTED) && !progress.hasSigned(document)) {
                throw refuse("The document '" + document + "' was not signed; there is no signature to accept.");
            }
        });
        if (request.isAcknowledged() || !progress.acknowledge(results)) {
            throw acknowledgedBefore();
        }
    }

    private static Refusal acknowledgedBefore() {
        return refuse("This result was acknowledged before.");
    }

    private static Refusal refuse(String reason) {
        return Refusal.of(BulkSigningCodes.ACKNOWLEDGEMENT, reason);
    }
}
