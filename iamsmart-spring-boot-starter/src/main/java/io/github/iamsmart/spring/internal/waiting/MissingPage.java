package io.github.iamsmart.spring.internal.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpStatus;

/**
 * What a browser sees in place of a page that waits. It is the same for a request that does not exist, one of somebody
 * else, and one whose user has to sign in again: who asks learns nothing. Thread-safe.
 */
public final class MissingPage {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final EndpointSettings endpoints;
    private final Captions captions;
    private final SmallPage page;
    private final BooleanSupplier signInIsOn;

    /**
     * Creates it.
     *
     * @param endpoints where the endpoints are
     * @param captions the words
     * @param page what it looks like
     * @param signInIsOn whether the application has the endpoints of sign-in
     */
    public MissingPage(EndpointSettings endpoints, Captions captions, SmallPage page, BooleanSupplier signInIsOn) {
        this.endpoints = endpoints;
        this.captions = captions;
        this.page = page;
        this.signInIsOn = signInIsOn;
    }

    /**
     * Answers that there is nothing to be seen; whoever has not signed in may do so, and comes back.
     *
     * @param businessId of the request, as it came
     * @param request from the browser
     * @param response gets the page
     * @param language of the page
     * @throws IOException if the response cannot be written
     */
    public void send(String businessId, HttpServletRequest request, HttpServletResponse response, Language language)
            throws IOException {
        Optional<BusinessId> id = BusinessId.parse(businessId);
        String root = endpoints.application().path(request);
        if (id.isPresent()
                && IamSmartSignIn.from(request, endpoints.clientName()).isEmpty()
                && signInIsOn.getAsBoolean()) {
            String back = endpoints.pathPrefix() + RequestPaths.page(id.get()) + "?lang=" + language.wireValue();
            String signIn = root + endpoints.pathPrefix() + "/login?lang=" + language.wireValue() + "&returnTo="
                    + URLEncoder.encode(back, UTF_8);
            send(request, response, HttpStatus.NOT_FOUND, language, "signed-out", signIn, "sign-in");
        } else {
            send(request, response, HttpStatus.NOT_FOUND, language, "missing", root + "/", "start");
        }
    }

    /**
     * Answers that the store could not be asked.
     *
     * @param request from the browser
     * @param response gets the page
     * @param language of the page
     * @throws IOException if the response cannot be written
     */
    public void unavailable(HttpServletRequest request, HttpServletResponse response, Language language)
            throws IOException {
        response.setIntHeader("Retry-After", RETRY_AFTER_SECONDS);
        // Relative to the address at hand.
        String retry = "?lang=" + language.wireValue();
        send(request, response, HttpStatus.SERVICE_UNAVAILABLE, language, "unavailable", retry, "retry");
    }

    private void send(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            Language language,
            String what,
            String url,
            String caption)
            throws IOException {
        page.send(
                request,
                response,
                status.value(),
                language,
                Map.of(
                        "title", captions.text(what + ".title", language),
                        "message", captions.text(what + ".message", language),
                        "retry", url,
                        "retryLabel", captions.text(what + "." + caption, language)));
    }
}
