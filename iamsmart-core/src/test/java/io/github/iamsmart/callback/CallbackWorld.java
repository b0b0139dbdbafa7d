package io.github.iamsmart.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import java.util.function.UnaryOperator;

/** A service that has asked a user to authenticate once more, and whoever posts to its callback address. */
final class CallbackWorld implements AutoCloseable {

    static final String INITIATE = "/api/v1/account/stepup/initiateRequest";
    static final String JSON = "application/json";
    static final String BOUNDARY = "iam-smart-boundary";
    static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    final FlowWorld world;

    CallbackWorld() {
        this(builder -> builder);
    }

    CallbackWorld(UnaryOperator<IamSmartClientBuilder> settings) {
        world = new FlowWorld(settings);
        world.accepts(INITIATE, true);
    }

    /** Sends a request whose callback is awaited from now on. */
    RequestOptions ask() {
        RequestOptions options = FlowWorld.options().build();
        world.client.reauthentication().initiate(FlowWorld.token(), options);
        return options;
    }

    static String passed(RequestOptions options) {
        return passed(options.businessId(), options.state().value());
    }

    static String passed(BusinessId businessId, String state) {
        return "{\"businessID\":\"" + businessId + "\",\"state\":\"" + state + "\",\"isPassed\":\"true\"}";
    }

    CallbackResult accept(byte[] body) {
        return accept(body, JSON);
    }

    CallbackResult accept(byte[] body, String contentType) {
        return world.client.callbacks().accept(body, contentType);
    }

    /** The callback that the gateway sends for this request, sealed under the key that it hands out. */
    byte[] genuine(RequestOptions options) {
        return world.gateway.callback("D00000", passed(options));
    }

    /** A key that nobody but the sender knows, wrapped with the public certificate of the service. */
    StubKey foreignKey() {
        return StubKey.of(666, world.clock.instant());
    }

    static byte[] multipart(byte[] json) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"remark\"\r\n\r\nnot this one\r\n--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"result\"\r\nContent-Type: application/json\r\n\r\n"
                        + new String(json, UTF_8) + "\r\n--" + BOUNDARY + "--\r\n")
                .getBytes(UTF_8);
    }

    static boolean passed(RequestOutcome<?> outcome) {
        return FlowWorld.result(outcome, ReauthenticationResult.class).passed();
    }

    @Override
    public void close() {
        world.close();
    }
}
