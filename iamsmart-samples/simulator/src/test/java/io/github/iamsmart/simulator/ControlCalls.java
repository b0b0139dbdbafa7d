package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The control API as a test in any language calls it. Bodies are written with single quotes. */
record ControlCalls(IamSmartSimulator simulator) {

    JsonNode ok(String method, String path, String body) {
        HttpResponse<byte[]> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(TestService.text(answer)).isEqualTo(200);
        return TestService.parse(answer.body());
    }

    JsonNode get(String path) {
        return ok("GET", path, "");
    }

    /** The sentence of a call that is refused. */
    String refused(int status, String method, String path, String body) {
        HttpResponse<byte[]> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(TestService.text(answer)).isEqualTo(status);
        return TestService.parse(answer.body()).path("error").asText();
    }

    HttpResponse<byte[]> send(String method, String path, String body) {
        return TestService.exchange(request(method, path, body).build());
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/control" + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body)));
    }

    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
