package io.github.iamsmart.samples.onlineservice.mobile;

import io.github.iamsmart.samples.onlineservice.signin.SignInView;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the mobile app may ask: with the token of its session in the header, and without any cookie. */
@RestController
final class MobileController {

    private static final Pattern BEARER = Pattern.compile("Bearer ([0-9a-f]+)");

    private final MobileSessions sessions;

    MobileController(MobileSessions sessions) {
        this.sessions = sessions;
    }

    /** Who the user of the app is; shortened, as on the pages. */
    @GetMapping("/app/me")
    ResponseEntity<Map<String, String>> me(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return token(authorization)
                .flatMap(sessions::find)
                .map(SignInView::of)
                .map(view ->
                        ResponseEntity.ok(Map.of("tokenisedId", view.tokenisedId(), "accountType", view.accountType())))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .build());
    }

    private static Optional<String> token(@Nullable String authorization) {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }
}
