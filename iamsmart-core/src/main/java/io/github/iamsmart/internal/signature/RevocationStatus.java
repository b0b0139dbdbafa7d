package io.github.iamsmart.internal.signature;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Whether a certificate is revoked.
 *
 * @param known whether that could be found out
 * @param since when it was revoked; empty if it was not, or if nothing is known
 * @param why why nothing is known, in a few words
 */
public record RevocationStatus(boolean known, Optional<Instant> since, String why) {

    /** It is not revoked. */
    public static final RevocationStatus GOOD = new RevocationStatus(true, Optional.empty(), "");

    /**
     * {@return the status of a revoked certificate}
     *
     * @param since from when on
     */
    public static RevocationStatus revoked(Instant since) {
        return new RevocationStatus(true, Optional.of(since), "");
    }

    /**
     * {@return the status of a certificate about which nothing could be found out}
     *
     * @param why in a few words
     */
    public static RevocationStatus unknown(String why) {
        return new RevocationStatus(false, Optional.empty(), why);
    }

    /** {@return the earlier of the two: what an extension says when the key was no longer safe may be unreadable} */
    static Instant earlier(Instant revoked, byte[] invalidityDate) {
        try {
            Instant invalid = ASN1GeneralizedTime.getInstance(ASN1Primitive.fromByteArray(invalidityDate))
                    .getDate()
                    .toInstant();
            return invalid.isBefore(revoked) ? invalid : revoked;
        } catch (IOException | ParseException | RuntimeException unreadable) {
            return revoked;
        }
    }
}
