package io.github.iamsmart.bulksigning;

import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.signin.TokenisedId;

/**
 * What it takes to ask after a bulk request and to cancel it.
 *
 * @param businessId the request
 * @param token its token, a secret
 * @param tokenisedId the user who signs
 */
public record BulkSigningHandle(BusinessId businessId, BulkSigningToken token, TokenisedId tokenisedId) {}
