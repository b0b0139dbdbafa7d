package io.github.iamsmart.spring.requests;

import io.github.iamsmart.request.BusinessId;

/**
 * The token of a bulk signing has come: from now on {@code client.bulkSigning().handle(…)} finds it, and the request
 * can be asked after and cancelled.
 *
 * <p>A hint: published at most once, on the node that took the callback, on a thread of its own. An anonymous request
 * has none, because its token does not come by callback.
 *
 * @param businessId the request
 */
public record BulkSigningTokenEvent(BusinessId businessId) {}
