package io.github.iamsmart.internal.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.StepUpFields;

/** The members that signing and bulk signing have in common [D]. Immutable and thread-safe. */
public final class SigningBody {

    private final StepUpFields stepUpFields;

    /**
     * Creates a writer.
     *
     * @param stepUpFields what the members of a step-up are called
     */
    public SigningBody(StepUpFields stepUpFields) {
        this.stepUpFields = stepUpFields;
    }

    /**
     * Writes what the app tells the user, and who has to sign.
     *
     * @param body what it is added to
     * @param details the details
     */
    public void write(ObjectNode body, SigningDetails details) {
        details.department().ifPresent(value -> body.put("department", value));
        details.serviceName().ifPresent(value -> body.put("serviceName", value));
        details.documentName().ifPresent(value -> body.put("documentName", value));
        details.hkicHash().ifPresent(value -> body.put("HKICHash", value));
        details.stepUp().ifPresent(check -> {
            body.put(stepUpFields.method(), check.method().value());
            check.waitingPeriod().ifPresent(period -> body.put(stepUpFields.waitingPeriod(), period.toHours()));
        });
    }

    /**
     * {@return what tells the gateway how a request ended}
     *
     * @param businessId the request
     * @param answer for the whole request; empty where each document has its own
     */
    public static ObjectNode acknowledgement(BusinessId businessId, String answer) {
        return Json.object().put("businessID", businessId.value()).put("signingResult", answer);
    }
}
