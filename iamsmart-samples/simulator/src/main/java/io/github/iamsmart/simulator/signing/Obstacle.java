package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.wire.Code;
import java.util.Optional;

/** Why somebody who wants to sign does not get it done. */
final class Obstacle {
    private Obstacle() {}

    static Optional<Code> to(Asked.Signing signing, Consent consent) {
        if (!consent.persona().canSign()) {
            return Optional.of(Code.SIGNING_NOT_ALLOWED);
        }
        Optional<String> expected = signing.hkicHash();
        if (expected.isPresent() && !expected.get().equals(HkicHash.of(consent.persona()))) {
            return Optional.of(Code.SIGNING_HKIC_MISMATCH);
        }
        return consent.passed() ? Optional.empty() : Optional.of(Code.SIGNING_FAILED);
    }

    static Code code(Decision refusal) {
        return switch (refusal) {
            case CANCEL -> Code.SIGNING_CANCELLED;
            case REJECT -> Code.SIGNING_REJECTED;
            case TIMEOUT -> Code.SIGNING_TIMEOUT;
            default -> Code.SIGNING_FAILED;
        };
    }
}
