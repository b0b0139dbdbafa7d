package io.github.iamsmart.samples.documentation.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.SigningDetails;
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
class ContractController {

    private final IamSmartClient client;
    private final IamSmartRequests requests;
    private final SignedContracts contracts;

    ContractController(IamSmartClient client, IamSmartRequests requests, SignedContracts contracts) {
        this.client = client;
        this.requests = requests;
        this.contracts = contracts;
    }

    @PostMapping("/contracts/3/sign")
    Map<String, String> sign(HttpServletRequest request, HttpServletResponse response) {
        IamSmartSignIn signIn = IamSmartSignIn.from(request)
                .orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED)); // then GET /iamsmart/login
        HashSigningRequest signing = new HashSigningRequest(
                DocumentDigest.of("the contract".getBytes(UTF_8)),
                SigningDetails.builder().documentName("Contract 3").build());
        contracts.remember("contract-3", signing);
        RequestOptions options =
                requests.options(request, response).reference("contract-3").build();
        InitiatedRequest sent = client.signing().initiateHash(signIn.accessToken(), signing, options);
        return Map.of(
                "ask", requests.statePath(request, sent.businessId()), // and the same with /events
                "digits", client.signing().identificationCode(signIn.accessToken(), signing.digest()),
                "tell", sent.instruction(signIn.language().locale()));
    }
}
// end::controller[]
