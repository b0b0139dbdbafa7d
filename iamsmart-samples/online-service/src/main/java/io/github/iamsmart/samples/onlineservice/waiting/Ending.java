package io.github.iamsmart.samples.onlineservice.waiting;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.requests.RequestOutcome;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a request brought nothing.
 *
 * @param sentence for the user, in their language
 * @param code the gateway's, if it gave one
 * @param declined whether it was the user's own decision, which needs no advice about phones
 */
public record Ending(String sentence, @Nullable ErrorCode code, boolean declined) {

    private static final Set<ErrorCode> PLUS_NEEDED =
            Set.of(ErrorCode.SIGNING_NOT_PERMITTED, ErrorCode.BULK_SIGNING_NOT_PERMITTED);
    private static final Set<ErrorCode> OTHER_SIGNER =
            Set.of(ErrorCode.SIGNING_HKIC_MISMATCH, ErrorCode.BULK_SIGNING_HKIC_MISMATCH);

    /** An outcome without a result. */
    public static Ending of(RequestOutcome<?> outcome, Locale locale) {
        return new Ending(
                outcome.userMessage(locale).orElseThrow(),
                outcome.errorCode().orElse(null),
                outcome instanceof RequestOutcome.Declined);
    }

    /** A request that could not be sent, or an answer that could not be had. */
    public static Ending of(IamSmartException trouble, Locale locale) {
        ErrorCode code = trouble instanceof GatewayException refused ? refused.code() : null;
        return new Ending(trouble.userMessage(locale), code, false);
    }

    /** Whether an account of iAM Smart+ would help. */
    public boolean plusNeeded() {
        return code != null && PLUS_NEEDED.contains(code);
    }

    /** Whether advice about phones can help: it does not where the user may not sign at all. */
    public boolean aboutPhones() {
        return !declined && !plusNeeded() && (code == null || !OTHER_SIGNER.contains(code));
    }
}
