package io.github.iamsmart.simulator.phone;

import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.directlogin.DirectLogin;
import io.github.iamsmart.simulator.directlogin.DirectLoginAddresses;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.journal.CallDraft;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signin.BrowserRedirect;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The phone's catalogue of services, from which a sign-in may begin. */
public final class Catalogue {
    private static final String PATH = "/phone/catalogue";

    private final ClientRegistry clients;
    private final DirectLogin directLogin;
    private final Pages pages;
    private final PhoneScreens screens;
    private final Journal journal;
    private final Supplier<URI> baseUrl;

    /**
     * A catalogue of all clients.
     *
     * @param baseUrl what services know as the address of iAM Smart, and send a browser back to
     */
    Catalogue(
            ClientRegistry clients,
            DirectLogin directLogin,
            Pages pages,
            PhoneScreens screens,
            Journal journal,
            Supplier<URI> baseUrl) {
        this.clients = clients;
        this.directLogin = directLogin;
        this.pages = pages;
        this.screens = screens;
        this.journal = journal;
        this.baseUrl = baseUrl;
    }

    /** {@code GET /phone/catalogue}. */
    public HttpAnswer show(HttpCall call) {
        Language language = language(call, call.query());
        List<Map<String, Object>> services = clients.all().stream()
                .sorted(Comparator.comparing(Client::id))
                .flatMap(client -> services(client, language).stream())
                .toList();
        Map<String, Object> model = screens.frame(language, "phone.catalogue");
        model.put("services", services);
        model.put("none", services.isEmpty());
        return pages.page(200, "phone-catalogue", language, model, PATH + "?lang=");
    }

    /** {@code GET /phone/direct}: the service has made a state and sends the browser back. */
    public HttpAnswer withState(HttpCall call) {
        Language language = language(call, call.query());
        return begin(call, call.query(), language, () -> directLogin.withState(call.query(), language));
    }

    /** {@code POST /phone/catalogue}: a service that needs no state. */
    public HttpAnswer withoutState(HttpCall call) {
        Parameters form = Parameters.parse(new String(call.body(), StandardCharsets.UTF_8));
        Language language = language(call, form);
        return begin(call, form, language, () -> directLogin.withoutState(form, language));
    }

    private HttpAnswer begin(
            HttpCall call, Parameters parameters, Language language, Supplier<PendingRequest> requested) {
        Optional<String> clientId = parameters.first("clientID");
        try {
            PendingRequest request = requested.get();
            journal.add(CallDraft.browser(call)
                    .client(clientId)
                    .ticket(Optional.of(request.terms().ticketId()))
                    .status(303));
            return HttpAnswer.seeOther(
                    PhoneScreens.link(request.terms(), Optional.empty()) + "&here=1&lang=" + language.tag());
        } catch (Refusal refusal) {
            journal.add(CallDraft.browser(call)
                    .client(clientId)
                    .status(400)
                    .ended(refusal.code().value(), refusal.reason()));
            return pages.refusal(language, refusal);
        }
    }

    private String opening(Client client, URI stateAddress) {
        return BrowserRedirect.to(stateAddress)
                .with("redirectURI", Optional.of(baseUrl.get() + "/phone/direct"))
                .with("eserviceName", Optional.of(client.id()))
                .with("ClientID", Optional.of(client.id()))
                .with("scope", Optional.of(DirectLogin.SCOPE))
                .uri()
                .toString();
    }

    /** One for each place that the service is at, with the ways to open it there. */
    private List<Map<String, Object>> services(Client client, Language language) {
        DirectLoginAddresses addresses = DirectLoginAddresses.of(client.registration());
        Map<String, List<Map<String, String>>> ways = new TreeMap<>();
        addresses
                .callbacks()
                .forEach(uri -> ways.computeIfAbsent(uri.getAuthority(), place -> new ArrayList<>())
                        .add(way(uri, "")));
        addresses
                .stateAddresses()
                .forEach(uri -> ways.computeIfAbsent(uri.getAuthority(), place -> new ArrayList<>())
                        .add(way(uri, opening(client, uri))));
        return ways.entrySet().stream()
                .map(place -> Map.<String, Object>of(
                        "name", client.registration().nameIn(language.tag()),
                        "client", client.id(),
                        "place", place.getKey(),
                        "ways", place.getValue()))
                .toList();
    }

    /** With a link to the service for version 1, without for version 2. */
    private static Map<String, String> way(URI uri, String link) {
        return Map.of("address", uri.toString(), "path", uri.getPath(), "link", link);
    }

    private static Language language(HttpCall call, Parameters parameters) {
        return parameters
                .first("lang")
                .flatMap(Language::of)
                .orElseGet(
                        () -> Language.accepted(call.header("Accept-Language").orElse("")));
    }
}
