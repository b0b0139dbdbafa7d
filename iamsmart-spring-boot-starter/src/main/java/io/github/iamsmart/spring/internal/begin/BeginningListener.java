package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.requests.BusinessId;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Hears of requests that were sent for the user of a browser, whose page is about to wait. */
@FunctionalInterface
public interface BeginningListener {

    /**
     * A request was sent.
     *
     * @param request from the browser; its session has the user's sign-in
     * @param reference the application's own reference
     * @param businessId the request
     */
    void sent(HttpServletRequest request, @Nullable String reference, BusinessId businessId);
}
