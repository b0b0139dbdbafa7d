package io.github.iamsmart.simulator.bulksigning;

import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowCodes;
import io.github.iamsmart.simulator.request.StepUpCodes;
import io.github.iamsmart.simulator.signing.Obstacle;
import io.github.iamsmart.simulator.wire.Code;
import java.util.Optional;

/** How bulk signing ends without signatures. */
final class BulkSigningCodes {
    static final Code NOT_ALLOWED = new Code("D71004", "User may not sign", "Only users of iAM Smart+ can sign.");
    static final Code HKIC_MISMATCH =
            new Code("D71005", "HKIC does not match HKICHash", "The user is not the one who has to sign.");
    static final Code ACKNOWLEDGEMENT =
            new Code("D71006", "Acknowledgement not processed", "There is no result that it could be about.");
    static final Code NOT_PENDING =
            new Code("D71007", "Request is not pending", "Only what the user has not begun can be cancelled.");
    static final Code TOKEN = new Code("D71008", "BSQCToken not found", "The token is not the one of the request.");
    static final Code NAMES = new Code(
            "D71009",
            "Department or service name inconsistent",
            "The simulator never says so: what is compared is not public.");

    static final FlowCodes ALL = FlowCodes.of(
                    new Code("D71000", "User cancelled bulk signing", "The user closed the request."),
                    new Code("D71001", "User rejected bulk signing", "The user refused."),
                    new Code(
                            "D71002", "Bulk signing failed", "No reason is disclosed; a failed step-up ends here too."),
                    new Code("D71003", "Bulk signing timed out", "The user did not answer in time."),
                    NOT_ALLOWED,
                    HKIC_MISMATCH,
                    ACKNOWLEDGEMENT,
                    NOT_PENDING,
                    TOKEN,
                    NAMES)
            .and(StepUpCodes.ALL);

    private BulkSigningCodes() {}

    static Optional<Code> obstacle(Asked asked, Consent consent) {
        return Obstacle.to(asked.bulkSigning().orElseThrow().hkicHash(), consent)
                .map(obstacle -> switch (obstacle) {
                    case MAY_NOT_SIGN -> NOT_ALLOWED;
                    case SOMEBODY_ELSE -> HKIC_MISMATCH;
                    case NOT_PASSED -> ALL.failed();
                });
    }
}
