package io.github.iamsmart.spring.internal.signin.handler;

import io.github.iamsmart.spring.internal.signin.page.ProblemStatus;
import io.github.iamsmart.spring.internal.signin.page.SmallPage;
import io.github.iamsmart.spring.internal.text.SignInMessages;
import io.github.iamsmart.spring.signin.SignInFailure;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Shows a small page in the user's language: what happened, what to do, and a link that begins again. It contains
 * nothing of the request, loads nothing, and runs nothing.
 */
public final class FailurePage implements SignInFailureHandler {

    /** Creates the page. */
    public FailurePage() {}

    @Override
    public void onFailure(HttpServletRequest request, HttpServletResponse response, SignInFailure failure)
            throws IOException {
        SignInMessages messages = SignInMessages.of(failure.language());
        String code = failure.errorCode().map(Object::toString).orElse("");
        SmallPage.send(
                response,
                status(failure),
                failure.language(),
                Map.of(
                        "title", messages.text("title"),
                        "message", failure.userMessage(),
                        "retry", failure.retry().toString(),
                        "retryLabel", messages.text("retry"),
                        "code", code.isEmpty() ? "" : messages.text("code") + " " + code));
    }

    /** What the user did is no error; a link of no use is the client's, the rest is ours or the gateway's. */
    private static int status(SignInFailure failure) {
        return switch (failure.reason()) {
            case DECLINED, FAILED -> HttpServletResponse.SC_OK;
            case ENDED, OTHER_BROWSER, MALFORMED -> HttpServletResponse.SC_BAD_REQUEST;
            case TOO_MANY_ATTEMPTS -> HttpStatus.TOO_MANY_REQUESTS.value();
            case UNAVAILABLE -> ProblemStatus.of(failure.exception().orElse(null));
        };
    }
}
