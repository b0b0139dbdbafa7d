package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.requests.OwnedRequests;
import io.github.iamsmart.spring.internal.requests.OwnedRequests.Owned;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.signin.Navigation;
import io.github.iamsmart.spring.internal.signin.page.HandOverPage;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.Redirection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
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

    private final OwnedRequests requests;
    private final EndpointSettings endpoints;
    private final RequestBrowser browser;
    private final HandOverPage handOver;

    /**
     * Creates the endpoint.
     *
     * @param requests knows the requests
     * @param endpoints where the endpoints are
     * @param handOver the page
     */
    public GatewayPageController(Requests requests, EndpointSettings endpoints, HandOverPage handOver) {
        this.endpoints = endpoints;
        this.browser = new RequestBrowser(endpoints);
        this.requests = new OwnedRequests(requests, browser);
        this.handOver = handOver;
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
        Optional<Owned> found = requests.find(businessId, request);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return;
        }
        RequestView view = found.get().view();
        Optional<URI> gateway = found.filter(owned -> view.phase() == RequestView.Phase.WAITING)
                .flatMap(requests::context)
                .flatMap(PageContext::gatewayPage);
        if (gateway.isPresent()) {
            handOver.send(
                    request, response, browser.language(request), gateway.get().toString());
        } else {
            Redirection.seeOther(
                    response,
                    endpoints.application().path(request)
                            + endpoints.pathPrefix()
                            + RequestPaths.page(view.businessId()));
        }
    }
}
