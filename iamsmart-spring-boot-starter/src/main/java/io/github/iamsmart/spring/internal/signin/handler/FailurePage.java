package io.github.iamsmart.spring.internal.signin.handler;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.signin.page.ProblemStatus;
import io.github.iamsmart.spring.signin.SignInFailure;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Shows a small page in the user's language: what happened, what to do, and a link that begins again. It contains
 * nothing of the request, and runs nothing.
 */
public final class FailurePage implements SignInFailureHandler {

    private final SmallPage page;
    private final Captions captions;

    /**
     * Creates it.
     *
     * @param page what it looks like
     * @param captions its words
     */
    public FailurePage(SmallPage page, Captions captions) {
        this.page = page;
        this.captions = captions;
    }

    @Override
    public void onFailure(HttpServletRequest request, HttpServletResponse response, SignInFailure failure)
            throws IOException {
        Language language = failure.language();
        page.send(
                request,
                response,
                status(failure),
                language,
                Map.of(
                        "title", captions.text("sign-in.title", language),
                        "message", message(failure),
                        "retry", failure.retry().toString(),
                        "retryLabel", captions.text("sign-in.retry", language),
                        "code", reference(failure)));
    }

    private String reference(SignInFailure failure) {
        return failure.errorCode()
                .map(code -> captions.text("sign-in.reference", failure.language(), code))
                .orElse("");
    }

    /** Where there is a code or an exception, its own sentence says more than the reason. */
    private String message(SignInFailure failure) {
        boolean explained =
                failure.errorCode().isPresent() || failure.exception().isPresent();
        return explained
                ? failure.userMessage()
                : captions.own("sign-in.reason." + failure.reason().name(), failure.language())
                        .orElseGet(failure::userMessage);
    }

    /** What the user did is no error; a link of no use is the client's, the rest is ours or the gateway's. */
    private static int status(SignInFailure failure) {
        return switch (failure.reason()) {
            case DECLINED, FAILED -> HttpServletResponse.SC_OK;
            case ENDED, OTHER_BROWSER, MALFORMED -> HttpServletResponse.SC_BAD_REQUEST;
            case REFUSED -> HttpServletResponse.SC_FORBIDDEN;
            case TOO_MANY_ATTEMPTS -> HttpStatus.TOO_MANY_REQUESTS.value();
            case UNAVAILABLE -> ProblemStatus.of(failure.exception().orElse(null));
        };
    }
}
