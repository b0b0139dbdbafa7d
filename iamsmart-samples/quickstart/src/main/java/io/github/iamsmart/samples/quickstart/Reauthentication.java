package io.github.iamsmart.samples.quickstart;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

// tag::re-authentication[]
@RestController
class Reauthentication {

    private final Map<String, TokenisedId> payers = new ConcurrentHashMap<>(); // yours: a database
    private final Map<String, Boolean> paid = new ConcurrentHashMap<>();
    private final IamSmartRequests requests;

    Reauthentication(IamSmartRequests requests) {
        this.requests = requests;
    }

    @PostMapping("/payments")
    View pay(TokenisedId user) {
        String id = UUID.randomUUID().toString();
        payers.put(id, user);
        ReauthenticationRequest proof = new ReauthenticationRequest();
        return requests.begin(proof).reference(id).thenGoTo("/payments/" + id).redirect();
    }

    @EventListener
    void proved(RequestOutcomeEvent<ReauthenticationResult> event) { // once or more often
        event.outcome().ifCompleted((sent, proof) -> paid.put(sent.reference().orElseThrow(), proof.passed()));
    }

    @GetMapping("/payments/{id}")
    String show(@PathVariable("id") String id, TokenisedId user) {
        boolean mine = user.equals(payers.get(id)) && paid.getOrDefault(id, false);
        return mine ? "Paid" : "<form method=post action=/payments><button>Pay</button></form>";
    }
}
// end::re-authentication[]
