package io.github.iamsmart.spring.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets users call a method, or all methods of a type, of a Spring bean after they have authenticated again in the app,
 * in this session and not long ago: others get {@link ReauthenticationRequiredException}. Where a controller throws it,
 * a browser is led to the page that waits and, after the approval, back to its request, which then runs; a form that
 * was posted is posted again. Other clients get 401 with {@code WWW-Authenticate: iAM-Smart
 * error="insufficient_user_authentication", max_age=…} and JSON, {@code {"error": "reauthentication_required",
 * "max_age": …}}.
 *
 * <p>Signing in is no re-authentication, unless {@link #signInCounts()}. The access token needs the scope
 * {@code eidapi_fr}: a user whose token lacks it signs in once more. The proof is of the user of the client
 * {@code default}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresReauthentication {

    /** {@return how long an approval counts, from when its callback came: an ISO 8601 duration} */
    String within() default "PT5M";

    /** {@return whether a sign-in that is no older counts, too} */
    boolean signInCounts() default false;
}
