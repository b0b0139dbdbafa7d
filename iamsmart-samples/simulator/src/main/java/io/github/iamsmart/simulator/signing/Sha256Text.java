package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Base64;

/** A SHA-256 as the gateway takes one: standard Base64, with padding, of 32 bytes. */
public final class Sha256Text {
    private static final int BYTES = 32;

    private Sha256Text() {}

    /** Refuses (D20003) anything else. */
    public static String checked(String member, String base64) {
        try {
            if (Base64.getDecoder().decode(base64).length == BYTES && base64.length() == 4 * ((BYTES + 2) / 3)) {
                return base64;
            }
        } catch (IllegalArgumentException e) {
            // Not Base64 at all: the same mistake.
        }
        throw Refusal.about(
                member,
                Code.PARAMETER_INVALID,
                "'" + member + "' must be the standard Base64, with padding, of the 32 bytes of a SHA-256.");
    }
}
