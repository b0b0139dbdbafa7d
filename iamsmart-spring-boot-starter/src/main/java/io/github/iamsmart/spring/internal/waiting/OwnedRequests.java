package io.github.iamsmart.spring.internal.waiting;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds requests for browsers: only those that the browser, or the user who has signed in with it, began. */
final class OwnedRequests {

    private final Requests requests;
    private final RequestBrowser browser;

    OwnedRequests(Requests requests, RequestBrowser browser) {
        this.requests = requests;
        this.browser = browser;
    }

    /**
     * A request that a browser may look at.
     *
     * @param view how far it is
     * @param owner as whom the browser looks
     */
    record Owned(RequestView view, String owner) {}

    /** {@return a request; empty if it is unknown or somebody else's} */
    Optional<Owned> find(String businessId, HttpServletRequest request) {
        return BusinessId.parse(businessId)
                .flatMap(id -> browser.owners(request).stream()
                        .flatMap(owner -> requests.view(id, owner).map(view -> new Owned(view, owner)).stream())
                        .findFirst());
    }

    /** {@return what was kept for the pages of a request} */
    Optional<String> context(Owned owned) {
        return requests.context(owned.view().businessId(), owned.owner());
    }
}
