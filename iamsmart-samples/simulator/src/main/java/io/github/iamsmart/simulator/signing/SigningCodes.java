package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowCodes;
import io.github.iamsmart.simulator.request.StepUpCodes;
import io.github.iamsmart.simulator.wire.Code;
import java.util.Optional;

/** How signing ends without a signature. */
final class SigningCodes {
    static final Code NOT_ALLOWED = new Code("D70004", "User may not sign", "Only users of iAM Smart+ can sign.");
    static final Code HKIC_MISMATCH =
            new Code("D70005", "HKIC does not match HKICHash", "The user is not the one who has to sign.");
    static final Code ACKNOWLEDGEMENT =
            new Code("D70006", "Acknowledgement not processed", "There is no result that it could be about.");

    static final FlowCodes ALL = FlowCodes.of(
                    new Code("D70000", "User cancelled signing", "The user closed the request."),
                    new Code("D70001", "User rejected signing", "The user refused."),
                    new Code(
                            "D70002",
                            "Signing failed",
                            "No reason is disclosed; a step-up that was not passed ends here too."),
                    new Code("D70003", "Signing timed out", "The user did not answer in time."),
                    NOT_ALLOWED,
                    HKIC_MISMATCH,
                    ACKNOWLEDGEMENT)
            .and(StepUpCodes.ALL);

    private SigningCodes() {}

    static Optional<Code> obstacle(Asked asked, Consent consent) {
        return Obstacle.to(asked.signing().orElseThrow().hkicHash(), consent).map(obstacle -> switch (obstacle) {
            case MAY_NOT_SIGN -> NOT_ALLOWED;
            case SOMEBODY_ELSE -> HKIC_MISMATCH;
            case NOT_PASSED -> ALL.failed();
        });
    }
}
