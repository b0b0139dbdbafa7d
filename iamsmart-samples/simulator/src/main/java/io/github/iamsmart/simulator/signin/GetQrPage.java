package io.github.iamsmart.simulator.signin;

import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.journal.CallDraft;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import io.github.iamsmart.simulator.page.QrCode;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.request.Status;
import io.github.iamsmart.simulator.request.UserAnswers;
import io.github.iamsmart.simulator.request.Visit;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.RandomText;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code GET /auth/getQR}: the page that a browser sees, with its QR code, or with the button of the same device. */
public final class GetQrPage {
    public static final String PATH = "/auth/getQR";

    private final ClientRegistry clients;
    private final RequestRegistry requests;
    private final Pages pages;
    private final Journal journal;
    private final Clock clock;
    private final UserAnswers answers;
    private final EarlierVisit earlier;

    public GetQrPage(
            ClientRegistry clients,
            RequestRegistry requests,
            UserAnswers answers,
            Pages pages,
            Journal journal,
            Clock clock) {
        this.answers = answers;
        this.earlier = new EarlierVisit(requests);
        this.clients = clients;
        this.requests = requests;
        this.pages = pages;
        this.journal = journal;
        this.clock = clock;
    }

    public HttpAnswer answer(HttpCall call) {
        AuthorizationQuery query;
        PendingRequest request;
        try {
            query = AuthorizationQuery.read(call.query(), clients);
            Optional<PendingRequest> known = earlier.of(call, query);
            if (known.isPresent()) {
                return again(call, query, known.get());
            }
            request = query.ticketId().isPresent()
                    ? anonymous(query, query.ticketId().get())
                    : signIn(query);
        } catch (Refusal refusal) {
            journal.add(CallDraft.browser(call).status(400).ended(refusal.code().value(), refusal.reason()));
            return error(call, refusal);
        }
        journal.add(CallDraft.browser(call)
                .ticket(Optional.of(request.terms().ticketId()))
                .status(200));
        return EarlierVisit.remembered(waiting(call, query, request.terms()), request, call.path());
    }

    /** Not in the journal, where a page that loads itself again would be all there is. */
    private HttpAnswer again(HttpCall call, AuthorizationQuery query, PendingRequest request) {
        answers.expire(request);
        Optional<URI> redirect = request.redirect();
        if (redirect.isPresent()) {
            return HttpAnswer.seeOther(redirect.get().toString());
        }
        return waiting(call, query, request.terms());
    }

    private PendingRequest signIn(AuthorizationQuery query) {
        PendingRequest request = new PendingRequest(terms(query));
        requests.add(request);
        return request;
    }

    /** The browser comes for a request that the service has made already. */
    private PendingRequest anonymous(AuthorizationQuery query, String ticket) {
        PendingRequest request = requests.find(ticket)
                .filter(one -> one.terms().anonymous())
                .filter(one -> one.terms().clientId().equals(query.client().id()))
                .orElseThrow(
                        () -> refuse("No anonymous request of this client has this ticketID; a sign-in has none."));
        Status status = request.status(clock.instant());
        if (status != Status.PENDING) {
            throw refuse("The request of this ticketID has ended; it is " + status.wireName() + ".");
        }
        if (!query.scopes().containsAll(request.terms().scopes())) {
            throw Refusal.about(
                    "scope",
                    Code.SCOPE_MISMATCH,
                    "scope must have " + request.terms().scopes() + ", which the request of this ticketID needs.");
        }
        request.visit(new Visit(Optional.of(query.redirectUri()), query.state(), query.scopes(), query.sameDevice()));
        return request;
    }

    private static Refusal refuse(String reason) {
        return Refusal.about("ticketID", Code.PARAMETER_INVALID, reason);
    }

    private PendingRequest.Terms terms(AuthorizationQuery query) {
        Instant now = clock.instant();
        return new PendingRequest.Terms(
                RandomText.hex(32),
                query.client().id(),
                SignInFlow.DECLARATION.name(),
                query.state(),
                Optional.empty(),
                Optional.of(query.redirectUri()),
                query.scopes(),
                Optional.of(query.source()),
                query.language().tag(),
                query.sameDevice(),
                Optional.empty(),
                Asked.NOTHING,
                false,
                now,
                now.plus(SignInFlow.DECLARATION.lifetime()));
    }

    private HttpAnswer waiting(HttpCall call, AuthorizationQuery query, PendingRequest.Terms terms) {
        String phone = "/phone?ticket=" + terms.ticketId() + "&lang="
                + query.language().tag();
        String service = query.client().registration().nameIn(query.language().tag());
        return pages.page(
                200,
                "qr",
                query.language(),
                Map.of(
                        "title", pages.text(query.language(), "qr.title." + terms.flow()),
                        "asks",
                                pages.text(query.language(), "qr.asks." + terms.flow())
                                        .replace("{0}", service),
                        "statusUrl", "/qr/status?ticket=" + terms.ticketId(),
                        "phoneUrl", query.sameDevice() ? phone + "&here=1" : phone,
                        "sameDevice", query.sameDevice(),
                        "ticket", terms.ticketId(),
                        "reload", "3",
                        "qr", QrCode.svg(call.origin() + phone)),
                call.path() + "?" + withoutLanguage(call.rawQuery()) + "&lang=");
    }

    private static String withoutLanguage(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.startsWith("lang="))
                .collect(Collectors.joining("&"));
    }

    private HttpAnswer error(HttpCall call, Refusal refusal) {
        Language language = call.query()
                .first("lang")
                .flatMap(Language::of)
                .orElseGet(
                        () -> Language.accepted(call.header("Accept-Language").orElse("")));
        return pages.refusal(language, refusal);
    }
}
