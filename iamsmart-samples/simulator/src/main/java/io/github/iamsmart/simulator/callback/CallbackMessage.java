package io.github.iamsmart.simulator.callback;

import io.github.iamsmart.simulator.FaultKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A callback as it goes over the wire.
 *
 * @param headers those that sign it, none if it is not signed
 * @param signedHead what is signed before the body, if it is signed
 * @param plaintext what is sealed inside, if anything is
 * @param code of its envelope
 * @param faults what was done to it
 */
@SuppressWarnings("ArrayRecordComponent") // It is carried, never compared.
record CallbackMessage(
        byte[] body,
        String contentType,
        Map<String, String> headers,
        Optional<String> signedHead,
        Optional<byte[]> plaintext,
        String code,
        List<FaultKind> faults) {

    /** For the log: the faults, each with what it does. */
    @Nullable
    String remark() {
        return faults.isEmpty()
                ? null
                : faults.stream().map(CallbackMessage::remark).collect(Collectors.joining(" "));
    }

    static String remark(FaultKind fault) {
        return "Fault " + fault.wireName() + ": " + fault.sentence();
    }

    @Override
    public String toString() {
        return "CallbackMessage[code=" + code + ", bytes=" + body.length + "]";
    }
}
