package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;

/** A user who begins to fill a form, and what iAM Smart then posts. */
final class FormFiller {

    /** Personal data: what comes in a callback must never stand in a log. */
    static final String NAME = "CHAN TAI MATRIX";

    private static final String RESULT = ",\"enName\":{\"UnstructuredName\":\"" + NAME + "\"}";

    final Browser browser = new Browser();
    final URI application;
    final URI state;
    final JsonNode request;
    private final StubGateway gateway;

    private FormFiller(URI application, StubGateway gateway, String reference) {
        UsedSecrets.remember(NAME);
        UsedSecrets.remember("stub-access-token-91");
        this.application = application;
        this.gateway = gateway;
        HttpResponse<String> page = browser.get(URI.create(application + "/fill?reference=" + reference));
        assertThat(page.statusCode()).isEqualTo(200);
        this.state = URI.create(application + page.body());
        this.request = gateway.takeRequest();
    }

    static FormFiller begin(URI application, StubGateway gateway, String reference) {
        return new FormFiller(application, gateway, reference);
    }

    URI callbackUrl() {
        return URI.create(request.get("redirectURI").asText());
    }

    byte[] approval() {
        return approval(gateway, request);
    }

    static byte[] approval(StubGateway gateway, JsonNode request) {
        return gateway.callback(request, "D00000", RESULT);
    }

    byte[] rejection() {
        return gateway.callback(request, "D60001", "");
    }

    byte[] withAnotherState() {
        return gateway.forged(request.get("businessID").asText(), "x".repeat(22), RESULT);
    }

    byte[] ofAnotherRequest() {
        return gateway.forged("unknown", request.get("state").asText(), RESULT);
    }

    /** Returns the callback as one part of a form. */
    static byte[] multipart(byte[] callback, String boundary) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\nnothing\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"data\"\r\nContent-Type: application/json\r\n\r\n"
                        + new String(callback, UTF_8) + "\r\n--" + boundary + "--\r\n")
                .getBytes(UTF_8);
    }
}
