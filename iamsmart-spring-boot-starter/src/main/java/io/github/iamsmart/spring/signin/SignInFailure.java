package io.github.iamsmart.spring.signin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.spring.internal.text.SignInMessages;
import java.net.URI;
import java.util.Optional;

/**
 * A sign-in that ended without a user.
 *
 * @param reason what happened
 * @param errorCode the gateway's code, if it gave one
 * @param exception why the gateway could not be asked, or what it refused; never contains a secret
 * @param language the user's language
 * @param retry the absolute URL that begins again
 */
public record SignInFailure(
        Reason reason,
        Optional<ErrorCode> errorCode,
        Optional<IamSmartException> exception,
        Language language,
        URI retry) {

    /** What happened. */
    public enum Reason {
        /** The user declined in the app. */
        DECLINED,
        /** iAM Smart ended it, for example because its time ran out; see the code. */
        FAILED,
        /** The link is not one of a sign-in that is under way: finished, or too old. */
        ENDED,
        /** The sign-in was not begun in this browser, or so long ago that the browser has forgotten it. */
        OTHER_BROWSER,
        /** The link cannot be read. */
        MALFORMED,
        /**
         * So many codes from this network were refused that the gateway is not asked about another one for a while; see
         * {@code Retry-After}, which is set already.
         */
        TOO_MANY_ATTEMPTS,
        /** The application does not let the user in: a component of Spring Security, or a listener, refused them. */
        REFUSED,
        /** The gateway did not give an access token, or the application could not ask for one; see the exception. */
        UNAVAILABLE
    }

    /** {@return what to tell the user, in their language: one or two sentences of plain text} */
    public String userMessage() {
        return errorCode
                .map(code -> code.userMessage(language.locale()))
                .or(() -> exception.map(problem -> problem.userMessage(language.locale())))
                .orElseGet(() -> SignInMessages.of(language).reason(reason));
    }
}
