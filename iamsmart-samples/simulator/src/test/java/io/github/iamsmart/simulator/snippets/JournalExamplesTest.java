package io.github.iamsmart.simulator.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.RecordedCall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the guide says of the journal. */
class JournalExamplesTest {

    @Test
    void takesCalls() throws Exception {
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            simulator.register(new ClientRegistration("permits", "a secret", null, Set.of(), Set.of()));
            HttpRequest unsigned = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/api/v1/security/getKey"))
                    .header("clientID", "permits")
                    .POST(BodyPublishers.noBody())
                    .build();
            HttpClient.newHttpClient().send(unsigned, BodyHandlers.discarding());
            // tag::take[]
            RecordedCall call = simulator.takeCall(); // waits at most 10 seconds; takeCallback() likewise
            assertThat(call.path()).isEqualTo("/api/v1/security/getKey");
            assertThat(call.summary().reason()).contains("The header signatureMethod is missing.");
            String sealed = call.request().content().orElse("nothing"); // what was sealed, decrypted
            // end::take[]
            assertThat(sealed).isEqualTo("nothing");
        }
    }
}
