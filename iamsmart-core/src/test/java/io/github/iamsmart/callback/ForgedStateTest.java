package io.github.iamsmart.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever uses the browser of an anonymous request knows its state, and everybody has the public certificate: no
 * callback that they make from both may answer the request.
 */
class ForgedStateTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "redirect ", "redirect", "callback ", " ", "\u0000"})
    void noPrefixTurnsTheStateOfABrowserIntoThatOfACallback(String prefix) {
        for (String code : new String[] {"D00000", "D60001"}) {
            try (FlowWorld world = new FlowWorld()) {
                world.answers("/api/v1/anonymous/eme/initiateRequest", "{\"ticketID\":\"" + FlowWorld.TICKET + "\"}");
                RequestOptions options =
                        FlowWorld.options().redirectUri(FlowWorld.REDIRECT).build();
                world.client
                        .formFilling()
                        .initiateAnonymous(
                                FormFillingRequest.builder()
                                        .formFields(FormField.known().get(0))
                                        .build(),
                                options);
                StubKey forged = StubKey.of(7, world.clock.instant());
                String content = "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                        + prefix.replace("\u0000", "\\u0000") + options.state().value() + "\",\"gender\":\"F\"}";

                assertThat(world.client.callbacks().accept(forged.callback(code, content), "application/json"))
                        .isInstanceOf(Refused.class);

                assertThat(world.delivered()).isEmpty();
                assertThat(world.client.requests().count(RequestStatus.PENDING)).isOne();
            }
        }
    }

    @Test
    void theStateOfACallbackWithABlankBeforeItIsNone() {
        try (FlowWorld world = new FlowWorld()) {
            assertThat(world.client
                            .callbacks()
                            .accept(
                                    world.gateway.callback("D00000", "{\"businessID\":\"b\",\"state\":\" s\"}"),
                                    "application/json"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).contains("names no request and state"));
        }
    }
}
