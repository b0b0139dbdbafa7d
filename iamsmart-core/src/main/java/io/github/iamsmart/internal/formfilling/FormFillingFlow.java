package io.github.iamsmart.internal.formfilling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.internal.flow.Flow;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.PromptlessProfile;
import io.github.iamsmart.internal.flow.RedirectCompletion;
import io.github.iamsmart.internal.flow.RequestSender;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;

/** Form filling over the gateway. */
public final class FormFillingFlow implements FormFillingApi {

    /** What this flow is. */
    public static final Flow DECLARATION = new Flow(KIND, ANONYMOUS_KIND);

    private final RequestSender sender;
    private final RedirectCompletion completion;
    private final PromptlessProfile promptless;

    /**
     * Creates the flow.
     *
     * @param context of the client
     */
    public FormFillingFlow(FlowContext context) {
        this.sender = new RequestSender(context);
        this.completion = new RedirectCompletion(context);
        this.promptless = new PromptlessProfile(context);
    }

    @Override
    public InitiatedRequest initiate(AccessToken token, FormFillingRequest request, RequestOptions options) {
        return sender.send(KIND, token, options, body(request));
    }

    @Override
    public FormFillingResult withoutPrompt(AccessToken token, FormFillingRequest request) {
        return FormFillingResult.fromJson(promptless.read(token, fields(request)));
    }

    @Override
    public AnonymousRequest initiateAnonymous(FormFillingRequest request, RequestOptions options) {
        return sender.sendAnonymous(ANONYMOUS_KIND, ANONYMOUS_KIND.scopes(), options, body(request));
    }

    @Override
    public RequestOutcome<FormFillingResult> completeAnonymous(
            AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return completion.complete(ANONYMOUS_KIND, redirect, businessId, state);
    }

    /** The members that say which data, and no more. */
    private static ObjectNode fields(FormFillingRequest request) {
        ObjectNode body = Json.object();
        Json.list(body, "profileFields", request.profileFields().stream().map(field -> field.value()));
        Json.list(body, "eMEFields", request.formFields().stream().map(field -> field.value()));
        return body;
    }

    private static ObjectNode body(FormFillingRequest request) {
        ObjectNode body = fields(request);
        request.formName().ifPresent(name -> body.put("formName", name));
        request.formNumber().ifPresent(number -> body.put("formNum", number));
        request.formDescription().ifPresent(description -> body.put("formDesc", description));
        request.callbackContentType().ifPresent(type -> body.put("callbackContentType", type.wireValue()));
        return body;
    }
}
