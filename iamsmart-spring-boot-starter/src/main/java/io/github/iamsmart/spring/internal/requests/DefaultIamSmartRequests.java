package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestStart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;

/** Starts requests for the browser at hand, of one client. */
public final class DefaultIamSmartRequests implements IamSmartRequests {

    private final BrowserOptions options;
    private final Function<UserRequest, RequestStart> signedIn;
    private final Function<UserRequest, RequestStart> anonymous;

    /**
     * Creates it.
     *
     * @param options fills the options
     * @param signedIn begins a request of a user who has signed in
     * @param anonymous begins a request of a user who has not
     */
    public DefaultIamSmartRequests(
            BrowserOptions options,
            Function<UserRequest, RequestStart> signedIn,
            Function<UserRequest, RequestStart> anonymous) {
        this.options = options;
        this.signedIn = signedIn;
        this.anonymous = anonymous;
    }

    @Override
    public RequestStart begin(UserRequest request) {
        return signedIn.apply(request);
    }

    @Override
    public RequestStart beginAnonymous(UserRequest request) {
        return anonymous.apply(request);
    }

    @Override
    public RequestOptions.Builder options(HttpServletRequest request, HttpServletResponse response) {
        return options.ofBrowser(request, response);
    }

    @Override
    public RequestOptions.Builder anonymousOptions(
            HttpServletRequest request, HttpServletResponse response, String path) {
        return options.anonymous(request, response, path);
    }

    @Override
    public String statePath(HttpServletRequest request, BusinessId businessId) {
        return options.endpoints().application().path(request) + statePath(businessId);
    }

    @Override
    public String statePath(BusinessId businessId) {
        return options.endpoints().pathPrefix() + RequestPaths.state(businessId);
    }
}
