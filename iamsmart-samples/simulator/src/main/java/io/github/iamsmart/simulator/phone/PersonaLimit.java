package io.github.iamsmart.simulator.phone;

import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.BulkSigning;
import io.github.iamsmart.simulator.signing.HkicHash;
import java.util.Optional;

/** Why a persona cannot do what is asked, which the phone says before somebody chooses it. */
final class PersonaLimit {
    private PersonaLimit() {}

    /** {@return the key of a text; empty if nothing stands in the way} */
    static Optional<String> of(Persona persona, Asked asked) {
        if (persona.suspended()) {
            return Optional.of("limit.suspended");
        }
        if (asked.asksForASignature() && !persona.canSign()) {
            return Optional.of("limit.basic");
        }
        Optional<String> hkicHash = asked.signing()
                .flatMap(Asked.Signing::hkicHash)
                .or(() -> asked.bulkSigning().flatMap(BulkSigning::hkicHash));
        if (hkicHash.isPresent() && !hkicHash.get().equals(HkicHash.of(persona))) {
            return Optional.of("limit.hkic");
        }
        boolean nothingToGive = !asked.emeFields().isEmpty() && persona.eme().isEmpty();
        return nothingToGive ? Optional.of("limit.eme") : Optional.empty();
    }
}
