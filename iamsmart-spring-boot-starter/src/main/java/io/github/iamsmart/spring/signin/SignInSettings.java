package io.github.iamsmart.spring.signin;

import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.Scope;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How sign-in works in this application, checked.
 *
 * @param publicUrl where browsers reach the application, without a slash at the end; {@code null} to take it from
 *     requests to this machine, which only a simulator allows
 * @param pathPrefix the path of the endpoints within the application, without a slash at the end
 * @param successUrl where to go after sign-in: a path within the application, or an absolute URL
 * @param scopes what to ask for
 * @param stateLifetime how long a sign-in may take
 * @param language the language where the browser asks for none of iAM Smart's
 */
public record SignInSettings(
        @Nullable URI publicUrl,
        String pathPrefix,
        String successUrl,
        Set<Scope> scopes,
        Duration stateLifetime,
        Language language) {

    /** The path prefix as the mappings of Spring MVC resolve it. */
    public static final String PATH_PREFIX = "${iamsmart.sign-in.path-prefix:/iamsmart}";
}
