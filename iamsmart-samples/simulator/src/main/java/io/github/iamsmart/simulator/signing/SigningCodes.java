package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.wire.Code;
import java.util.Optional;

/** How signing ends without a signature. */
final class SigningCodes {
    private SigningCodes() {}

    static Optional<Code> obstacle(Asked asked, Consent consent) {
        return Obstacle.to(asked.signing().orElseThrow().hkicHash(), consent).map(obstacle -> switch (obstacle) {
            case MAY_NOT_SIGN -> Code.SIGNING_NOT_ALLOWED;
            case SOMEBODY_ELSE -> Code.SIGNING_HKIC_MISMATCH;
            case NOT_PASSED -> Code.SIGNING_FAILED;
        });
    }

    static Code refusal(Decision decision) {
        return switch (decision) {
            case CANCEL -> Code.SIGNING_CANCELLED;
            case REJECT -> Code.SIGNING_REJECTED;
            case TIMEOUT -> Code.SIGNING_TIMEOUT;
            default -> Code.SIGNING_FAILED;
        };
    }
}
