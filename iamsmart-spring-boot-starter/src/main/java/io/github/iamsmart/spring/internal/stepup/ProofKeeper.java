package io.github.iamsmart.spring.internal.stepup;

import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.begin.BeginningListener;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.security.SignInMark;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in a session that its user has authenticated again. The outcome of the very request that was begun for this
 * session proves it, as the core has verified it; it counts for the user who was asked alone, from when the callback
 * came. Thread-safe.
 */
public final class ProofKeeper implements BeginningListener {

    private static final String REFERENCE = "iamsmart-step-up-";

    private final Requests requests;
    private final String client;
    private final Clock clock;
    private final String proofAttribute;
    private final String pendingAttribute;

    /**
     * Creates it.
     *
     * @param requests knows the outcomes
     * @param client the name of the client
     * @param clock the time
     */
    public ProofKeeper(Requests requests, String client, Clock clock) {
        this.requests = requests;
        this.client = client;
        this.clock = clock;
        this.proofAttribute = SignInMark.attribute(client, "proof");
        this.pendingAttribute = SignInMark.attribute(client, "pending");
    }

    /**
     * {@return whether the user of a session has authenticated again not long ago}
     *
     * @param request the request at hand
     * @param within how long an approval counts
     * @param signInCounts whether a sign-in counts, too
     */
    boolean isFresh(HttpServletRequest request, Duration within, boolean signInCounts) {
        HttpSession session = request.getSession(false);
        Optional<IamSmartSignIn> signIn = IamSmartSignIn.from(request, client);
        if (session == null || signIn.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        if (signInCounts && now.isBefore(signIn.get().signedInAt().plus(within))) {
            return true;
        }
        String user = RequestBrowser.owner(signIn.get().tokenisedId());
        claim(session, user);
        return session.getAttribute(proofAttribute) instanceof Proof proof && proof.counts(client, user, now, within);
    }

    /** Makes a proof of an outcome, once. */
    private void claim(HttpSession session, String user) {
        PendingProof pending = pending(session).orElse(null);
        BusinessId businessId = pending == null ? null : sentTo(user, pending).orElse(null);
        if (pending == null || businessId == null) {
            return;
        }
        Optional<RequestOutcome<ReauthenticationResult>> outcome =
                requests.outcome(businessId, ReauthenticationApi.KIND);
        outcome.ifPresent(ended -> {
            session.removeAttribute(pendingAttribute);
            ended.ifCompleted((sent, result) -> {
                boolean ours =
                        sent.reference().filter(pending.reference()::equals).isPresent();
                if (ours && result.passed()) {
                    Instant at = sent.answeredAt().orElse(sent.createdAt());
                    session.setAttribute(proofAttribute, Proof.of(client, user, at));
                }
            });
        });
    }

    private Optional<PendingProof> pending(HttpSession session) {
        return session.getAttribute(pendingAttribute) instanceof PendingProof one
                        && one.version() == PendingProof.VERSION
                ? Optional.of(one)
                : Optional.empty();
    }

    private static Optional<BusinessId> sentTo(String user, PendingProof pending) {
        return user.equals(pending.user()) && pending.businessId() != null
                ? BusinessId.parse(pending.businessId())
                : Optional.empty();
    }

    /**
     * Notes that a re-authentication begins.
     *
     * @param request the request at hand
     * @param path where the browser comes back to
     * @return the reference of the request to be sent
     */
    String begin(HttpServletRequest request, String path) {
        String reference = REFERENCE + UUID.randomUUID();
        request.getSession(true).setAttribute(pendingAttribute, PendingProof.of(reference, path, clock.instant()));
        return reference;
    }

    /**
     * {@return the request that waits for the user already, for the same page: a reload must not ask them twice}
     *
     * @param request the request at hand
     * @param path where the browser comes back to
     */
    Optional<BusinessId> waiting(HttpServletRequest request, String path) {
        HttpSession session = request.getSession(false);
        Optional<IamSmartSignIn> signIn = IamSmartSignIn.from(request, client);
        if (session == null || signIn.isEmpty()) {
            return Optional.empty();
        }
        String user = RequestBrowser.owner(signIn.get().tokenisedId());
        return pending(session)
                .filter(one -> one.path().equals(path))
                .flatMap(one -> sentTo(user, one))
                .filter(one -> requests.view(one, user)
                        .filter(view -> view.phase() == Phase.WAITING)
                        .isPresent());
    }

    /** The user may have had to sign in before it was sent. */
    @Override
    public void sent(HttpServletRequest request, @Nullable String reference, BusinessId businessId) {
        HttpSession session = request.getSession(false);
        if (session == null || reference == null || !reference.startsWith(REFERENCE)) {
            return;
        }
        Optional<String> user =
                IamSmartSignIn.from(request, client).map(signIn -> RequestBrowser.owner(signIn.tokenisedId()));
        pending(session)
                .filter(one -> Objects.equals(one.reference(), reference))
                .ifPresent(one ->
                        user.ifPresent(asked -> session.setAttribute(pendingAttribute, one.sent(businessId, asked))));
    }
}
