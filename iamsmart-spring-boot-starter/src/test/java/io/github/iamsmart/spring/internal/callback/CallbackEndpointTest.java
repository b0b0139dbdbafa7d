package io.github.iamsmart.spring.internal.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.callback.CallbackHeaders;
import io.github.iamsmart.callback.CallbackResult.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CallbackEndpointTest {

    private final List<CallbackHeaders> received = new ArrayList<>();
    private final CallbackEndpoint endpoint = new CallbackEndpoint(
            (headers, body) -> {
                received.add(headers);
                return new Refused(new String(body, UTF_8));
            },
            new BodyReader(100, Duration.ofSeconds(20), 1, System::nanoTime),
            stored -> {});

    @Test
    void handsOnTheHeadersThatSignACallbackWhateverTheirCase() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/iamsmart/callback/default/results");
        request.setContentType("application/json");
        request.setContent("{}".getBytes(UTF_8));
        request.addHeader("ClientId", "id");
        request.addHeader("SIGNATUREMETHOD", "HmacSHA256");
        request.addHeader("Timestamp", "1");
        request.addHeader("nonce", "n");
        request.addHeader("Signature", "%2B");
        MockHttpServletResponse response = new MockHttpServletResponse();

        endpoint.handleRequest(request, response);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(received).singleElement().satisfies(headers -> {
            assertThat(headers.isSigned()).isTrue();
            assertThat(headers.contentType()).contains("application/json");
            assertThat(headers.value("signature")).contains("%2B");
            assertThat(headers.value("clientID")).contains("id");
        });
    }
}
