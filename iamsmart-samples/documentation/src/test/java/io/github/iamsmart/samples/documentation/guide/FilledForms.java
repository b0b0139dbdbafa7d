package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

// tag::handler[]
@Component
class FilledForms implements IamSmartRequestHandler<FormFillingResult> {

    private final Map<String, FormFillingResult> filled = new ConcurrentHashMap<>(); // yours: a database

    @Override
    public RequestKind<FormFillingResult> kind() {
        return FormFillingApi.KIND; // of users who have signed in
    }

    @Override
    public void handle(RequestOutcome<FormFillingResult> outcome) {
        outcome.ifCompleted((sent, form) -> filled.put(sent.reference().orElseThrow(), form)); // harmless twice
    }
    // end::handler[]

    Map<String, FormFillingResult> filled() {
        return filled;
    }
    // tag::handler[]
}
// end::handler[]
