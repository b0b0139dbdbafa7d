package io.github.iamsmart.samples.onlineservice.waiting;

import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Knows what to tell a visitor whose request has been sent. */
@Component
public final class WaitingViews {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final IamSmartRequests requests;
    private final ObjectProvider<IamSmartSimulator> simulator;

    public WaitingViews(IamSmartRequests requests, ObjectProvider<IamSmartSimulator> simulator) {
        this.requests = requests;
        this.simulator = simulator;
    }

    /** Tells what the waiting page, at this address, shows of a request that has been sent. */
    public WaitingView of(InitiatedRequest sent, URI page, Locale locale) {
        @Nullable URI simulatedPhone = simulatedPhone(sent, page);
        return new WaitingView(
                requests.statePath(sent.businessId()),
                sent.instruction(locale),
                InitiatedRequest.buttonCaption(locale),
                sent.authByQr()
                        ? null
                        : Optional.ofNullable(simulatedPhone).or(sent::appLink).orElse(null),
                sent.authByQr() ? simulatedPhone : null,
                sent.expiresAt().atZone(HONG_KONG));
    }

    /** No app answers to the links of the real one while developing; the page of the simulated phone does. */
    private @Nullable URI simulatedPhone(InitiatedRequest sent, URI page) {
        IamSmartSimulator running = simulator.getIfAvailable();
        if (running == null) {
            return null;
        }
        UriComponentsBuilder phone =
                UriComponentsBuilder.fromUri(running.baseUrl()).path("/phone").queryParam("ticketID", "{ticket}");
        // On the same device it comes back, as the app does.
        if (!sent.authByQr()) {
            phone.queryParam("back", "{page}");
        }
        return phone.encode().build(sent.ticketId(), page);
    }
}
