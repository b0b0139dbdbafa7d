package io.github.iamsmart.simulator.bulksigning;

import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.signing.Obstacle;
import io.github.iamsmart.simulator.wire.Code;
import java.util.Optional;

/** How bulk signing ends without signatures. */
final class BulkSigningCodes {
    private BulkSigningCodes() {}

    static Optional<Code> obstacle(Asked asked, Consent consent) {
        return Obstacle.to(asked.bulkSigning().orElseThrow().hkicHash(), consent)
                .map(obstacle -> switch (obstacle) {
                    case MAY_NOT_SIGN -> Code.BULK_SIGNING_NOT_ALLOWED;
                    case SOMEBODY_ELSE -> Code.BULK_SIGNING_HKIC_MISMATCH;
                    case NOT_PASSED -> Code.BULK_SIGNING_FAILED;
                });
    }

    static Code refusal(Decision decision) {
        return switch (decision) {
            case CANCEL -> Code.BULK_SIGNING_CANCELLED;
            case REJECT -> Code.BULK_SIGNING_REJECTED;
            case TIMEOUT -> Code.BULK_SIGNING_TIMEOUT;
            default -> Code.BULK_SIGNING_FAILED;
        };
    }
}
