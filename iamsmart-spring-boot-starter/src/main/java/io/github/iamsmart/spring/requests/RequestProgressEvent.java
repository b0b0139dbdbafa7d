package io.github.iamsmart.spring.requests;

import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.spring.IamSmartClientRegistry;

/**
 * A part of an answer has come, of a request whose answer comes in several callbacks, such as a bulk signing.
 *
 * <p>A hint: published at most once for each callback, on the node that took it, on a thread of its own.
 * {@link RequestOutcomeEvent} tells that all parts are there, at least once.
 *
 * @param businessId the request
 * @param part the number of the part, or that of {@link io.github.iamsmart.requests.PartReader.Part#PRELIMINARY
 *     PRELIMINARY} for what comes before the parts: the token of a bulk signing, from which on
 *     {@code client.bulkSigning().handle(…)} finds the request
 * @param progress which parts have come by now
 * @param client the name of the client that sent the request
 */
public record RequestProgressEvent(BusinessId businessId, int part, AnswerProgress progress, String client) {

    /**
     * Creates an event of the client {@value IamSmartClientRegistry#DEFAULT}.
     *
     * @param businessId the request
     * @param part the number of the part
     * @param progress which parts have come by now
     */
    public RequestProgressEvent(BusinessId businessId, int part, AnswerProgress progress) {
        this(businessId, part, progress, IamSmartClientRegistry.DEFAULT);
    }
}
