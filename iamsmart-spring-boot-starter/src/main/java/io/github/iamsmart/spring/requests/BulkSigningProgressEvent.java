package io.github.iamsmart.spring.requests;

import io.github.iamsmart.bulksigning.BulkSigningProgress;
import io.github.iamsmart.request.BusinessId;

/**
 * A callback with signatures of a bulk signing has come.
 *
 * <p>A hint: published at most once for each callback, on the node that took it, on a thread of its own. That all are
 * there is told by {@link RequestOutcomeEvent}, at least once.
 *
 * @param businessId the request
 * @param progress which callbacks have come by now
 */
public record BulkSigningProgressEvent(BusinessId businessId, BulkSigningProgress progress) {}
