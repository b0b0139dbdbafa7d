package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.requests.OwnedRequests;
import io.github.iamsmart.spring.internal.requests.OwnedRequests.Owned;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.requests.StoreFailure;
import io.github.iamsmart.spring.internal.signin.Navigation;
import io.github.iamsmart.spring.internal.signin.page.HandOverPage;
import io.github.iamsmart.spring.internal.waiting.MissingPage;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.Redirection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Leads the browser of an anonymous request on to the gateway, by a page: {@code GET
 * /iamsmart/requests/{businessId}/gateway}. To every other browser it does not exist.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class GatewayPageController {

    private static final Logger log = LoggerFactory.getLogger(GatewayPageController.class);

    private final OwnedRequests requests;
    private final EndpointSettings endpoints;
    private final RequestBrowser browser;
    private final HandOverPage handOver;
    private final MissingPage missing;

    /**
     * Creates the endpoint.
     *
     * @param requests knows the requests
     * @param endpoints where the endpoints are
     * @param handOver the page
     * @param missing what strangers see
     */
    public GatewayPageController(
            Requests requests, EndpointSettings endpoints, HandOverPage handOver, MissingPage missing) {
        this.endpoints = endpoints;
        this.browser = new RequestBrowser(endpoints);
        this.requests = new OwnedRequests(requests, browser);
        this.handOver = handOver;
        this.missing = missing;
    }

    /**
     * Shows the page; of a request that the user has answered, it leads to the page that says so.
     *
     * @param businessId its name
     * @param request from the browser that began it
     * @param response gets the page
     * @throws IOException if the response cannot be written
     */
    @GetMapping(EndpointSettings.PATH_PREFIX + RequestPaths.GATEWAY)
    public void handOver(
            @PathVariable(RequestPaths.BUSINESS_ID) String businessId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!Navigation.begin(request, response)) {
            return;
        }
        try {
            Optional<Owned> found = requests.find(businessId, request);
            Optional<PageContext> context = found.flatMap(requests::context);
            if (found.isEmpty() || context.isEmpty()) {
                missing.send(businessId, request, response, browser.language(request));
            } else {
                lead(found.get().view(), context.get(), request, response);
            }
        } catch (RuntimeException e) {
            log.warn("The page that leads to iAM Smart could not be shown. {}", StoreFailure.text(e));
            missing.unavailable(request, response, browser.language(request));
        }
    }

    private void lead(RequestView view, PageContext context, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (view.phase() == RequestView.Phase.WAITING && context.gatewayPage().isPresent()) {
            handOver.send(
                    request,
                    response,
                    browser.language(request, context),
                    context.gatewayPage().get().toString());
        } else {
            Redirection.seeOther(
                    response,
                    endpoints.application().path(request)
                            + endpoints.pathPrefix()
                            + RequestPaths.page(view.businessId()));
        }
    }
}
