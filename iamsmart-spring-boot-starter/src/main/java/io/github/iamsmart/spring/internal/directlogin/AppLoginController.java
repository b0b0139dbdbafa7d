package io.github.iamsmart.spring.internal.directlogin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.signin.TokenRequest;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import io.github.iamsmart.spring.internal.signin.SignInPaths;
import io.github.iamsmart.spring.internal.text.SignInMessages;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.signin.AppSession;
import io.github.iamsmart.spring.signin.AppSessionIssuer;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignInFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Completes a Direct Login v2 from app to app [D] for the service's own mobile app: {@code POST
 * /iamsmart/direct-login/app} with {@code {"code": "…", "code_verifier": "…"}} as JSON. The answer is {@code {"token":
 * "…", "expiresAt": "2026-12-31T10:00:00Z"}}, or {@code {"error": "…", "message": "…"}} with a sentence for the user.
 * It knows no cookies and no sessions, so no page of another site can make use of it.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class AppLoginController {

    private static final Logger log = LoggerFactory.getLogger(AppLoginController.class);
    private static final int LONGEST = 8 * 1024;

    private final IamSmartClient client;
    private final EndpointSettings endpoints;
    private final AppSessionIssuer sessions;
    private final UsedCodes usedCodes;
    private final NetworkLimit limit;
    private final Clock clock;

    /**
     * Creates the endpoint.
     *
     * @param client the client
     * @param endpoints where the endpoints are, and the language where the browser asks for none of iAM Smart's
     * @param sessions makes sessions of the application
     * @param usedCodes makes a code work once
     * @param limit how often a device may try
     * @param clock the time
     */
    public AppLoginController(
            IamSmartClient client,
            EndpointSettings endpoints,
            AppSessionIssuer sessions,
            UsedCodes usedCodes,
            NetworkLimit limit,
            Clock clock) {
        this.client = client;
        this.endpoints = endpoints;
        this.sessions = sessions;
        this.usedCodes = usedCodes;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Exchanges the code and answers with a session of the application.
     *
     * @param request JSON with the code and the code verifier that came beside it
     * @return JSON
     * @throws IOException if the request cannot be read
     */
    @PostMapping(
            path = SignInPaths.PREFIX + SignInPaths.APP_LOGIN,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Map<String, String>> signIn(HttpServletRequest request) throws IOException {
        Language asked = BrowserLanguage.of(request, endpoints.language());
        Optional<Duration> pause = limit.count(request);
        if (pause.isPresent()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(pause.get().toSeconds() + 1))
                    .body(error(
                            "too_many_requests",
                            SignInMessages.of(asked).reason(SignInFailure.Reason.TOO_MANY_ATTEMPTS)));
        }
        Optional<TokenRequest> exchange = read(request);
        if (exchange.isEmpty()) {
            String sentence = SignInMessages.of(asked).reason(SignInFailure.Reason.MALFORMED);
            return answer(HttpStatus.BAD_REQUEST, error("malformed", sentence));
        }
        try {
            if (!usedCodes.isFresh(exchange.get().code())) {
                String sentence = SignInMessages.of(asked).reason(SignInFailure.Reason.ENDED);
                return answer(HttpStatus.BAD_REQUEST, error("ended", sentence));
            }
            var token = client.signIn().exchange(exchange.get());
            AppSession session =
                    sessions.issue(new IamSmartSignIn(endpoints.clientName(), token, asked, true, clock.instant()));
            return answer(
                    HttpStatus.OK,
                    Map.of(
                            "token",
                            session.token(),
                            "expiresAt",
                            session.expiresAt().toString()));
        } catch (GatewayException e) {
            log.warn("A sign-in from an app was refused. {}", e.getMessage());
            return answer(HttpStatus.UNAUTHORIZED, error(e.code().value(), e.userMessage(asked.locale())));
        } catch (IamSmartException e) {
            log.warn("A sign-in from an app failed. {}", e.getMessage());
            return answer(HttpStatus.BAD_GATEWAY, error("unavailable", e.userMessage(asked.locale())));
        }
    }

    /** Empty for anything but an object with a code and its verifier. */
    private Optional<TokenRequest> read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(TokenRequest.fromApp(body));
        } catch (ProtocolException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> error(String error, String message) {
        return Map.of("error", error, "message", message);
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, Map<String, String> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
