package io.github.iamsmart.samples.documentation.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@Profile("signing")
// tag::controller[]
@RestController
class PermitBatchController {

    private final IamSmartClient client;
    private final IamSmartRequests requests;
    private final SignedPermits permits;

    PermitBatchController(IamSmartClient client, IamSmartRequests requests, SignedPermits permits) {
        this.client = client;
        this.requests = requests;
        this.permits = permits;
    }

    @PostMapping("/permits/june/sign")
    Map<String, String> sign(HttpServletRequest request, HttpServletResponse response) {
        IamSmartSignIn signIn = IamSmartSignIn.from(request)
                .orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED)); // then GET /iamsmart/login
        BulkSigningRequest.Builder batch =
                BulkSigningRequest.builder().serviceName("Beach permits").requestName("Permits of June");
        for (int day = 1; day <= 30; day++) {
            DocumentDigest permit = DocumentDigest.of(("permit of June " + day).getBytes(UTF_8));
            batch.document(BulkDocument.hash("june-" + day, "Permit of June " + day, permit));
        }
        permits.remember("june", batch.build());
        RequestOptions options =
                requests.options(request, response).reference("june").build();
        InitiatedRequest sent = client.bulkSigning().initiate(signIn.accessToken(), batch.build(), options);
        return Map.of(
                "ask", requests.statePath(request, sent.businessId()), // and the same with /events
                "tell", sent.instruction(signIn.language().locale()));
    }
}
// end::controller[]
