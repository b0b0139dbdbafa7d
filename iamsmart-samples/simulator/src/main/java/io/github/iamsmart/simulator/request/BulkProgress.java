package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.SimulatedBulkSigning;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.simulator.wire.RandomText;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The progress of a bulk signing. */
public final class BulkProgress {
    /** So that a test can search logs for a token that leaked. */
    private static final String PREFIX = "simbulk-";

    private static final int TOKEN_LENGTH = 32;

    private final BulkSigning asked;
    private final String token = PREFIX + RandomText.hex(TOKEN_LENGTH - PREFIX.length());
    private final Set<String> failed = new HashSet<>();
    private final Set<String> signed = new HashSet<>();
    private final Map<Integer, SimulatedCallback> sent = new TreeMap<>();
    private final Map<String, String> acknowledged = new LinkedHashMap<>();

    BulkProgress(BulkSigning asked) {
        this.asked = asked;
    }

    /** What the service asks and cancels with ({@code BSQCToken}). */
    public String token() {
        return token;
    }

    /** These documents will not be signed. */
    public synchronized void fail(Collection<String> documents) {
        failed.addAll(documents);
    }

    public synchronized int failures() {
        return failed.size();
    }

    public synchronized boolean hasFailed(String document) {
        return failed.contains(document);
    }

    public synchronized void signed(Collection<String> documents) {
        signed.addAll(documents);
    }

    public synchronized boolean hasSigned(String document) {
        return signed.contains(document);
    }

    public synchronized boolean hasSigned() {
        return !signed.isEmpty();
    }

    /**
     * A callback was sent, or lost.
     *
     * @param sequence which
     * @return what has become of all of them, once that is known
     */
    public synchronized Optional<SimulatedCallback> sent(int sequence, SimulatedCallback result) {
        boolean first = sent.putIfAbsent(sequence, result) == null;
        return first && allSent() ? Optional.of(result()) : Optional.empty();
    }

    synchronized boolean allSent() {
        return sent.size() == asked.callbacks();
    }

    /** Keeps what the service reports about signatures. Says whether this is the first time for each. */
    public synchronized boolean acknowledge(Map<String, String> results) {
        if (results.keySet().stream().anyMatch(acknowledged::containsKey)) {
            return false;
        }
        acknowledged.putAll(results);
        return true;
    }

    public synchronized boolean isAcknowledged() {
        return !acknowledged.isEmpty();
    }

    synchronized SimulatedBulkSigning snapshot(BulkStatus status) {
        return new SimulatedBulkSigning(
                status.word(),
                asked.documents().size(),
                signed.size(),
                failed.size(),
                asked.callbacks(),
                sent.size(),
                acknowledged);
    }

    private SimulatedCallback result() {
        return sent.entrySet().stream()
                .filter(one -> one.getValue().failure().isPresent())
                .findFirst()
                .map(one -> new SimulatedCallback(
                        one.getValue().status(),
                        one.getValue().httpStatus(),
                        one.getValue()
                                .failure()
                                .map(reason ->
                                        "Callback " + one.getKey() + " of " + asked.callbacks() + ": " + reason)))
                .orElseGet(() -> SimulatedCallback.answered(200));
    }
}
