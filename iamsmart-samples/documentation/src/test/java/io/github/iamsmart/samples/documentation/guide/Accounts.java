package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.spring.signin.SignedInEvent;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

// tag::event[]
@Component
class Accounts {

    private final Map<TokenisedId, AccountType> known = new ConcurrentHashMap<>();

    @EventListener
    void onSignedIn(SignedInEvent event) {
        known.put(event.signIn().tokenisedId(), event.signIn().accountType());
    }
    // end::event[]

    Collection<AccountType> all() {
        return known.values();
    }
    // tag::event[]
}
// end::event[]
