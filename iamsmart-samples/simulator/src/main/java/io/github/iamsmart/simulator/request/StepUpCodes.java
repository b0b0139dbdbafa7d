package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.wire.Code;
import java.util.List;
import java.util.Optional;

/** How the step-up before a signing fails: twins of codes of the sister system [D], for iAM Smart likely [?]. */
public final class StepUpCodes {
    private static final Code FAILED = new Code("D77000", "Step-up failed", "The user could not sign.");

    public static final List<Code> ALL = List.of(
            FAILED,
            new Code("D77001", "Face check failed", "The face was not recognised."),
            new Code("D77002", "NFC check failed", "The identity card could not be read."),
            new Code("D77003", "NFC not available", "The device has no NFC."),
            new Code("D77004", "Account in waiting period", "The account is too young for this signing."));

    private StepUpCodes() {}

    /** {@return the code that a fault asks for, which may be another one; D77000 if it asks for none} */
    static Code of(Optional<String> value) {
        return value.map(text -> ALL.stream()
                        .filter(code -> code.value().equals(text))
                        .findFirst()
                        .orElseGet(() -> new Code(text, "Simulated error", "A fault asks for it.")))
                .orElse(FAILED);
    }
}
