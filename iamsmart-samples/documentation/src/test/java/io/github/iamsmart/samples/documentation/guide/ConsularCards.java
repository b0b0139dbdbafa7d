package io.github.iamsmart.samples.documentation.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.OwnRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

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
    private final IamSmartRequests requests;

    ConsularCards(RequestKind<String> kind, IamSmartRequests requests) {
        this.kind = kind;
        this.requests = requests;
    }

    @PostMapping("/cards/{card}/check")
    View check(@PathVariable("card") String card) {
        OwnRequest request = OwnRequest.of(kind, Map.of("cardNumber", card));
        return requests.begin(request).reference(card).thenGoTo("/").redirect();
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
