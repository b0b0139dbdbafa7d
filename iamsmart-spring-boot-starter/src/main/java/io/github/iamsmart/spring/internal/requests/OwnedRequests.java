package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.Requests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds requests for browsers: only those that the browser, or the user who has signed in with it, began. */
public final class OwnedRequests {

    private final Requests requests;
    private final RequestBrowser browser;

    /**
     * Creates it.
     *
     * @param requests knows the requests
     * @param browser tells whose requests a browser may look at
     */
    public OwnedRequests(Requests requests, RequestBrowser browser) {
        this.requests = requests;
        this.browser = browser;
    }

    /**
     * A request that a browser may look at.
     *
     * @param view how far it is
     * @param owner as whom the browser looks
     */
    public record Owned(RequestView view, String owner) {}

    /**
     * {@return a request; empty if it is unknown or somebody else's}
     *
     * @param businessId its name, as it came
     * @param request from the browser that asks
     */
    public Optional<Owned> find(String businessId, HttpServletRequest request) {
        return BusinessId.parse(businessId).flatMap(id -> find(id, request));
    }

    /**
     * {@return a request; empty if it is unknown or somebody else's}
     *
     * @param businessId its name
     * @param request from the browser that asks
     */
    public Optional<Owned> find(BusinessId businessId, HttpServletRequest request) {
        return browser.owners(request).stream()
                .flatMap(owner -> requests.view(businessId, owner).map(view -> new Owned(view, owner)).stream())
                .findFirst();
    }

    /**
     * {@return what the page of a request needs, if it was kept}
     *
     * @param owned the request
     */
    public Optional<PageContext> context(Owned owned) {
        return requests.context(owned.view().businessId(), owned.owner()).flatMap(PageContext::parse);
    }
}
