package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.requests.UserRequest;
import org.jspecify.annotations.Nullable;

/**
 * What an application has said about a request that is to begin.
 *
 * @param request what the user is asked
 * @param reference the application's own reference
 * @param goTo where to go afterwards, a path within the application
 * @param againAt where to begin again, a path within the application
 */
record Beginning(UserRequest request, @Nullable String reference, String goTo, String againAt) {

    /** Does not show what the user is asked, nor any path. */
    @Override
    public String toString() {
        return "Beginning[kind=" + request.kind() + "]";
    }
}
