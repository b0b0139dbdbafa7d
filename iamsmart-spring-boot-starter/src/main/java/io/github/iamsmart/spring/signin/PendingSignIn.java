package io.github.iamsmart.spring.signin;

import io.github.iamsmart.device.Language;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in whose browser is at iAM Smart.
 *
 * @param browser a digest of the browser's cookie
 * @param returnTo where to go afterwards, a path within the application; {@code null} for the usual page
 * @param language the language of the pages
 * @param sameDevice whether the browser is on a phone, where the iAM Smart app is too
 * @param expiresAt when it must be finished
 */
public record PendingSignIn(
        String browser, @Nullable String returnTo, Language language, boolean sameDevice, Instant expiresAt)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Shows neither the browser nor the path, which may name a person. */
    @Override
    public String toString() {
        return "PendingSignIn[language=" + language + ", sameDevice=" + sameDevice + ", expiresAt=" + expiresAt + "]";
    }
}
