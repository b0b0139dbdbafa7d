package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.spring.internal.requests.PostponedRequest;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.signin.Navigation;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * Goes on with a request whose user has signed in for it: {@code GET /iamsmart/requests/continue}. Where there is none,
 * because another user signed in, or in another browser, nothing is sent, and the user begins again.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class ContinueController {

    private final SignedInBeginning beginning;
    private final EndpointSettings endpoints;
    private final Clock clock;

    /**
     * Creates the endpoint.
     *
     * @param beginning sends the request
     * @param endpoints where the endpoints are
     * @param clock the time
     */
    public ContinueController(SignedInBeginning beginning, EndpointSettings endpoints, Clock clock) {
        this.beginning = beginning;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /**
     * Sends the request, once, and leads to its page.
     *
     * @param request from the browser whose user has signed in
     * @param response gets the redirect
     * @throws Exception if the response cannot be written
     */
    @GetMapping(EndpointSettings.PATH_PREFIX + RequestPaths.CONTINUE)
    public void proceed(HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (Navigation.begin(request, response)) {
            view(request).render(Map.of(), request, response);
        }
    }

    private View view(HttpServletRequest request) {
        Optional<IamSmartSignIn> signIn = IamSmartSignIn.from(request, endpoints.clientName());
        if (signIn.isPresent()) {
            // Taken even if it is another user's: it is of no use to this one.
            Optional<PostponedRequest> taken = PostponedRequest.take(
                            request, endpoints.clientName(), request.getParameter(PostponedRequest.ID), clock.instant())
                    .filter(postponed -> postponed.isOf(signIn.get()));
            if (taken.isPresent()) {
                return beginning.resume(request, taken.get(), signIn.get());
            }
        }
        String again =
                LocalPath.of(request.getParameter(PostponedRequest.AGAIN_AT)).orElse("/");
        return new SeeOther(endpoints.application().path(request) + again);
    }
}
