package io.github.iamsmart.spring.internal.waiting;

import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.PageSettings;
import io.github.iamsmart.spring.internal.page.PageStyle;
import io.github.iamsmart.spring.internal.requests.OwnedRequests;
import io.github.iamsmart.spring.internal.requests.OwnedRequests.Owned;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.requests.StoreFailure;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.Redirection;
import io.github.iamsmart.spring.requests.WaitingPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that waits for its user to answer on the phone: {@code GET /iamsmart/requests/{businessId}/page}. It tells
 * what to do, and follows the request. When the application has handled the result, it leads on to where the
 * application said; of a request without a result it says why, and offers to begin again.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class WaitingPageController {

    /** The model attribute of the application's own view. */
    static final String MODEL = "waitingPage";

    private static final Logger log = LoggerFactory.getLogger(WaitingPageController.class);

    private final OwnedRequests requests;
    private final RequestBrowser browser;
    private final WaitingPageMaker pages;
    private final MissingPage missing;
    private final Optional<String> ownView;
    private final OwnWaitingView view;

    /**
     * Creates the endpoint.
     *
     * @param requests knows the requests
     * @param endpoints where the endpoints are
     * @param settings what the application has in place of ours
     * @param captions the words
     * @param style the style
     * @param missing what strangers see
     * @param clock the time
     */
    public WaitingPageController(
            Requests requests,
            EndpointSettings endpoints,
            PageSettings settings,
            Captions captions,
            PageStyle style,
            MissingPage missing,
            Clock clock) {
        this.browser = new RequestBrowser(endpoints);
        this.requests = new OwnedRequests(requests, browser);
        this.pages = new WaitingPageMaker(endpoints, captions, style, clock);
        this.missing = missing;
        this.ownView = settings.waitingView();
        this.view = new OwnWaitingView(style);
    }

    /**
     * Shows the page, or leads on.
     *
     * @param businessId the request
     * @param request from the browser that began it, or that its user has signed in with
     * @param response gets the headers
     * @return the page; {@code null} if the response is complete
     * @throws IOException if the response cannot be written
     */
    @GetMapping(EndpointSettings.PATH_PREFIX + RequestPaths.PAGE)
    public @Nullable ModelAndView page(
            @PathVariable(RequestPaths.BUSINESS_ID) String businessId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        // The address names the request, and the link of the app must not learn it.
        response.setHeader("Referrer-Policy", "no-referrer");
        try {
            Optional<Owned> found = requests.find(businessId, request);
            Optional<PageContext> context = found.flatMap(requests::context);
            if (found.isEmpty() || context.isEmpty()) {
                missing.send(businessId, request, response, browser.language(request));
                return null;
            }
            return show(found.get().view(), context.get(), request, response);
        } catch (RuntimeException e) {
            log.warn("The page of a request could not be shown. {}", StoreFailure.text(e));
            missing.unavailable(request, response, browser.language(request));
            return null;
        }
    }

    private @Nullable ModelAndView show(
            RequestView found, PageContext context, HttpServletRequest request, HttpServletResponse response) {
        if (found.phase() == Phase.COMPLETED) {
            Redirection.seeOther(response, pages.within(request, context.goTo()));
            return null;
        }
        WaitingPage page = pages.of(request, found, context, browser.language(request, context));
        Map<String, WaitingPage> model = Map.of(MODEL, page);
        return ownView.map(name -> new ModelAndView(name, model)).orElseGet(() -> new ModelAndView(view, model));
    }
}
