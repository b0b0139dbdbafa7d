package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the page of a request needs. The request has been sent by then: no failure may look as if it had not. */
final class ContextKeeper {

    private static final Logger log = LoggerFactory.getLogger(ContextKeeper.class);

    private ContextKeeper() {}

    /** {@return whether it is kept} */
    static boolean keep(Requests requests, BusinessId businessId, PageContext context) {
        try {
            if (requests.keepContext(businessId, context.json())) {
                return true;
            }
            log.warn("Request {} was sent, and is not in the store: its user sees no page that waits.", businessId);
        } catch (RuntimeException e) {
            log.warn(
                    "Request {} was sent, but the store did not keep what its page needs, so its user sees none: {}",
                    businessId,
                    StoreFailure.text(e));
        }
        return false;
    }
}
