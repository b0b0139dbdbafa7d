package io.github.iamsmart.bulksigning;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;

/**
 * What is needed to query the status of a bulk request and to cancel it.
 *
 * @param businessId the request
 * @param token its token, a secret
 * @param tokenisedId the user who signs
 */
public record BulkSigningHandle(BusinessId businessId, BulkSigningToken token, TokenisedId tokenisedId) {}
