package io.github.iamsmart.samples.documentation.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

// tag::own-kind[]
@Configuration
class ConsularCardKind {

    @Bean
    RequestKind<String> consularCard() { // its path: iamsmart.paths.consular-card
        return RequestKind.builder("consular-card", String.class, json -> new String(json, UTF_8))
                .scopes(Scope.AUTH)
                .build();
    }
}

@RestController
class ConsularCards implements IamSmartRequestHandler<String> {

    private final Map<String, RequestOutcome<String>> checked = new ConcurrentHashMap<>(); // yours: a database
    private final RequestKind<String> kind;
    private final IamSmartClient client;
    private final IamSmartRequests requests;

    ConsularCards(RequestKind<String> kind, IamSmartClient client, IamSmartRequests requests) {
        this.kind = kind;
        this.client = client;
        this.requests = requests;
    }

    @PostMapping("/cards/{card}/check")
    Map<String, String> check(@PathVariable("card") String card, HttpServletRequest in, HttpServletResponse out) {
        IamSmartSignIn signIn = IamSmartSignIn.from(in)
                .orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED)); // then GET /iamsmart/login
        RequestOptions options = requests.options(in, out).reference(card).build();
        InitiatedRequest sent = client.initiate(kind, signIn.accessToken(), Map.of("cardNumber", card), options);
        return Map.of("ask", requests.statePath(in, sent.businessId())); // how far it is, as JSON
    }

    @Override
    public RequestKind<String> kind() {
        return kind;
    }

    @Override
    public void handle(RequestOutcome<String> outcome) { // approved, declined, or never answered
        checked.put(outcome.request().reference().orElseThrow(), outcome); // harmless twice
    }
    // end::own-kind[]

    Map<String, RequestOutcome<String>> checked() {
        return checked;
    }
    // tag::own-kind[]
}
// end::own-kind[]
