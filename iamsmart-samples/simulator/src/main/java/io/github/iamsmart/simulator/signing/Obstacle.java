package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.request.Consent;
import java.util.Optional;

/** Why a user who approves cannot sign. */
public enum Obstacle {
    /** The account is one of iAM Smart, not of iAM Smart+. */
    MAY_NOT_SIGN,
    /** The service wants somebody else to sign. */
    SOMEBODY_ELSE,
    /** The step-up was not passed. */
    NOT_PASSED;

    /**
     * {@return why this user cannot sign, if they cannot}
     *
     * @param hkicHash who has to sign, if the service says so
     */
    public static Optional<Obstacle> to(Optional<String> hkicHash, Consent consent) {
        if (!consent.persona().canSign()) {
            return Optional.of(MAY_NOT_SIGN);
        }
        if (hkicHash.isPresent() && !hkicHash.get().equals(HkicHash.of(consent.persona()))) {
            return Optional.of(SOMEBODY_ELSE);
        }
        return consent.passed() ? Optional.empty() : Optional.of(NOT_PASSED);
    }
}
