package io.github.iamsmart.internal.requests;

import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.requests.BusinessId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the gateway what came of signatures, after each end of a request: an acknowledgement is always sent [D]. */
public final class Acknowledgement {

    private static final Logger log = LoggerFactory.getLogger(Acknowledgement.class);

    private Acknowledgement() {}

    /**
     * Sends it. A refusal by the gateway is thrown only where another delivery of the outcome is worth it: if a
     * signature came that would be lost, and sending again can help. Else it is logged.
     *
     * @param businessId the request
     * @param signed whether a signature came
     * @param call what tells the gateway
     */
    public static void send(BusinessId businessId, boolean signed, Runnable call) {
        try {
            call.run();
        } catch (GatewayException e) {
            if (signed && e.retryCanHelp()) {
                throw e;
            }
            log.warn("The gateway did not take the acknowledgement of request {}: {}", businessId, e.code());
        }
    }
}
