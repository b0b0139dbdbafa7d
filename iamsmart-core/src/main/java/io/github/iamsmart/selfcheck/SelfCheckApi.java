package io.github.iamsmart.selfcheck;

/**
 * Checks whether everything is in place: keys, gateway, clock, store, callback URLs. Thread-safe.
 *
 * <p>A check asks the gateway for the content key once, which gives the same key until it expires [S], and sends each
 * callback URL a request that has no effect and carries nothing of the client. It writes one entry into a
 * {@link io.github.iamsmart.requests.store.RequestStore} of the application's own, under a client id of its own, and
 * removes it.
 */
public interface SelfCheckApi {

    /**
     * Checks everything. Blocks until all is checked, and not longer than the request allows.
     *
     * @param request what belongs to the application, and how long it may take
     * @return what was found; whatever fails is a line of it and no exception
     */
    SelfCheckReport run(SelfCheckRequest request);
}
