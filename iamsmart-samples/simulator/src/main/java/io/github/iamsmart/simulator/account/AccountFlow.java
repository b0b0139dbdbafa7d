package io.github.iamsmart.simulator.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.wire.Code;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A flow in which a signed-in user is asked on the phone and the service hears of the answer by callback. */
public abstract class AccountFlow implements Flow {
    private final FlowDeclaration declaration;
    private final String path;
    private final AccountRequests requests;
    private final CallbackSender callbacks;

    protected AccountFlow(FlowDeclaration declaration, AccountRequests requests, CallbackSender callbacks) {
        this.declaration = declaration;
        this.path = declaration.path().orElseThrow();
        this.requests = requests;
        this.callbacks = callbacks;
    }

    /** Reads, and checks, what this flow asks for. */
    protected abstract Asked asked(GatewayCall call);

    /** Refuses a user who has signed in for the scope, and yet is not right for this request. */
    protected void checkUser(GatewayCall call, Asked asked, Grant user) {}

    /** Adds the result to the content of the callback, which has businessID and state already. */
    protected abstract void result(PendingRequest request, Consent consent, ObjectNode content);

    /** Whether the service wants the callback as multipart/form-data. */
    protected boolean multipartCallback(GatewayCall call) {
        return false;
    }

    @Override
    public final FlowDeclaration declaration() {
        return declaration;
    }

    @Override
    public List<GatewayEndpoint> endpoints() {
        return List.of(new InitiateEndpoint(path, this::initiate));
    }

    @Override
    public final Optional<URI> approved(PendingRequest request, Consent consent) {
        ObjectNode content = CallbackSender.about(request);
        result(request, consent, content);
        callbacks.send(request, path, Code.SUCCESS, content);
        return Optional.empty();
    }

    @Override
    public final Optional<URI> refused(PendingRequest request, Decision decision) {
        return failed(request, declaration.codes().of(decision));
    }

    @Override
    public final Optional<URI> failed(PendingRequest request, Code reason) {
        callbacks.send(request, path, reason, CallbackSender.about(request));
        return Optional.empty();
    }

    private ObjectNode initiate(GatewayCall call) {
        RequestParameters parameters = RequestParameters.read(call);
        Asked asked = asked(call);
        boolean multipart = multipartCallback(call);
        PendingRequest request = requests.accept(
                call,
                new AccountRequests.Accepted(
                        declaration, parameters, asked, multipart, user -> checkUser(call, asked, user)));
        return requests.answer(request, path);
    }
}
