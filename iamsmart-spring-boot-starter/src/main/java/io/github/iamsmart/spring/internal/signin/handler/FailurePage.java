package io.github.iamsmart.spring.internal.signin.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.spring.internal.text.SignInMessages;
import io.github.iamsmart.spring.internal.web.Digests;
import io.github.iamsmart.spring.signin.SignInFailure;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/**
 * Shows a small page in the user's language: what happened, what to do, and a link that begins again. It contains
 * nothing of the request, loads nothing, and runs nothing.
 */
public final class FailurePage implements SignInFailureHandler {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String STYLE = resource("failure.css");
    private static final String TEMPLATE = resource("failure.html");

    /** The style is part of the page, and the only one that the policy lets in. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + Digests.base64(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Creates the page. */
    public FailurePage() {}

    @Override
    public void onFailure(HttpServletRequest request, HttpServletResponse response, SignInFailure failure)
            throws IOException {
        byte[] page = page(failure).getBytes(UTF_8);
        response.setStatus(status(failure));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, failure.language().wireValue());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static String page(SignInFailure failure) {
        SignInMessages messages = SignInMessages.of(failure.language());
        String code = failure.errorCode().map(Object::toString).orElse("");
        Map<String, String> values = Map.of(
                "lang", failure.language().wireValue(),
                "title", messages.text("title"),
                "message", failure.userMessage(),
                "retry", failure.retry().toString(),
                "retryLabel", messages.text("retry"),
                "code", code.isEmpty() ? "" : messages.text("code") + " " + code);
        Matcher placeholder = PLACEHOLDER.matcher(TEMPLATE);
        // The style stays as it is, for its digest's sake; everything else is escaped.
        return placeholder.replaceAll(match -> Matcher.quoteReplacement(
                match.group(1).equals("style")
                        ? STYLE
                        : HtmlUtils.htmlEscape(values.getOrDefault(match.group(1), ""), "UTF-8")));
    }

    /** What the user did is no error; a link of no use is the client's, the rest is ours or the gateway's. */
    private static int status(SignInFailure failure) {
        return switch (failure.reason()) {
            case DECLINED, FAILED -> HttpServletResponse.SC_OK;
            case ENDED, OTHER_BROWSER, MALFORMED -> HttpServletResponse.SC_BAD_REQUEST;
            case TOO_MANY_ATTEMPTS -> HttpStatus.TOO_MANY_REQUESTS.value();
            case UNAVAILABLE -> status(failure.exception().orElse(null));
        };
    }

    private static int status(@Nullable IamSmartException exception) {
        if (exception instanceof GatewayException refusal && refusal.code().category() == ErrorCategory.CODE_UNUSABLE) {
            return HttpServletResponse.SC_BAD_REQUEST; // anybody can write a code into a link of Direct Login
        }
        boolean ours = exception instanceof ConfigurationException
                || exception instanceof InvalidRequestException
                || exception instanceof StoreException;
        return ours ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : HttpServletResponse.SC_BAD_GATEWAY;
    }

    private static String resource(String name) {
        try (InputStream stream = FailurePage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar lacks " + name + ".");
            }
            return new String(stream.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
