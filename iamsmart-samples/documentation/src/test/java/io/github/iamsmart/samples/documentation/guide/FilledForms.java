package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

// tag::handler[]
@Component
class FilledForms implements IamSmartRequestHandler<FormFillingResult> {

    private final Map<String, FormFillingResult> filled = new ConcurrentHashMap<>(); // yours: a database

    @Override
    public RequestKind<FormFillingResult> kind() {
        return FormFillingApi.KIND;
    }

    @Override
    public void handle(RequestOutcome<FormFillingResult> outcome) {
        if (outcome instanceof Completed<FormFillingResult> completed) {
            filled.put(completed.request().reference().orElseThrow(), completed.result()); // harmless twice
        }
    }
    // end::handler[]

    Map<String, FormFillingResult> filled() {
        return filled;
    }

    private final Map<String, String> unfinished = new ConcurrentHashMap<>();

    Map<String, String> unfinished() {
        return unfinished;
    }

    // tag::event[]
    @EventListener
    void onFormFilling(RequestOutcomeEvent<FormFillingResult> event) {
        event.outcome()
                .userMessage(Locale.ENGLISH) // declined, failed or timed out
                .ifPresent(why ->
                        unfinished.put(event.outcome().request().reference().orElseThrow(), why));
    }
    // end::event[]
    // tag::handler[]
}
// end::handler[]
