package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Base64;

/** A hash as the gateway takes one: standard Base64, with padding, of 32 bytes, whether of a SHA-256 or an SM3. */
public final class DigestText {
    private static final int BYTES = 32;

    private DigestText() {}

    /** Refuses (D20003) what cannot be a SHA-256. */
    public static String checked(String member, String base64) {
        return checked(member, base64, "SHA-256");
    }

    /** Refuses (D20003) what cannot be the hash that this algorithm signs. */
    public static String checked(String member, String base64, Algorithm algorithm) {
        return checked(member, base64, algorithm.digestName());
    }

    private static String checked(String member, String base64, String name) {
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
                "'" + member + "' must be the standard Base64, with padding, of the 32 bytes of a hash, " + name + ".");
    }
}
