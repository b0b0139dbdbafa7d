package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.samples.onlineservice.permit.Permit;
import io.github.iamsmart.samples.onlineservice.permit.PermitForm;
import io.github.iamsmart.samples.onlineservice.permit.Permits;
import io.github.iamsmart.samples.onlineservice.signing.PdfCompletion.SignedPdf;
import io.github.iamsmart.samples.onlineservice.signing.Place.Subject;
import io.github.iamsmart.samples.onlineservice.signing.Signing.Signed;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import io.github.iamsmart.signing.verification.VerifiedSigning;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Shows a paper, asks for its signature, and takes what comes. */
@Controller
@RequestMapping({"/services/signing/{subject}", "/signing/{subject}"})
final class DocumentSigning {

    private final IamSmartRequests requests;
    private final SigningApi signing;
    private final ObjectProvider<SignatureVerifier> verifiers;
    private final Signings signings;
    private final Permits permits;
    private final PdfCompletion completion;
    private final MessageSource messages;
    private final Clock clock;

    DocumentSigning(
            IamSmartRequests requests,
            IamSmartClient client,
            ObjectProvider<SignatureVerifier> verifiers,
            Signings signings,
            Permits permits,
            PdfCompletion completion,
            MessageSource messages,
            Clock clock) {
        this.requests = requests;
        this.signing = client.signing();
        this.verifiers = verifiers;
        this.signings = signings;
        this.permits = permits;
        this.completion = completion;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String start(@PathVariable String subject, HttpServletRequest request, Locale locale, Model model)
            throws IOException {
        Place place = Place.of(subject, request);
        Optional<IamSmartSignIn> signIn = IamSmartSignIn.from(request);
        if (!place.signedIn() && signIn.isPresent()) {
            return "redirect:" + new Place(place.subject(), true).base();
        }
        Optional<Signing> one = signings.findOrOpen(place, request, locale);
        if (one.isEmpty()) {
            return "redirect:" + place.before();
        }
        boolean text = place.subject() == Subject.TERMS;
        model.addAttribute("place", place);
        model.addAttribute("signedAlready", one.get().signed().isPresent());
        model.addAttribute(
                "basic",
                signIn.filter(who -> !who.accountType().value().equals("sign")).isPresent());
        model.addAttribute(
                "text",
                text ? Files.readString(one.get().paper().file()).lines().toList() : null);
        return "signing/start";
    }

    // tag::sign[]
    @PostMapping
    View sign(
            @PathVariable String subject,
            @RequestParam(defaultValue = "") String hkic,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        Place place = Place.of(subject, request);
        Optional<Signing> found = signings.findOrOpen(place, request, locale);
        Optional<Hkic> signer = place.signedIn() ? applicant(place, request) : Hkic.parse(hkic);
        if (found.isEmpty() || (!place.signedIn() && signer.isEmpty())) {
            return new RedirectView(place.base() + "?wrong-number", true);
        }
        verifiers.getObject(); // without one, nothing is signed here
        Signing one = signings.update(found.get(), Signing::nextRequest).orElseThrow();
        UserRequest sent = request(one, signer, locale);
        return (place.signedIn() ? requests.begin(sent) : requests.beginAnonymous(sent))
                .reference(one.reference()) // the outcome brings it back
                .thenGoTo(place.base() + "/report")
                .againAt(place.base())
                .redirect();
    }

    @EventListener
    void hashSigned(RequestOutcomeEvent<HashSigningResult> event) throws Exception {
        ended(event.outcome());
    }

    @EventListener
    void pdfSigned(RequestOutcomeEvent<PdfSigningResult> event) throws Exception {
        ended(event.outcome());
    }

    private void ended(RequestOutcome<?> outcome) throws Exception {
        Optional<Signing> waiting = signings.waitingFor(outcome.request());
        if (outcome instanceof RequestOutcome.Completed && waiting.isEmpty()) {
            // The paper is gone, or another request has taken the place of this one.
            signing.acknowledge(outcome.request().businessId(), SigningAnswer.REJECTED);
            return;
        }
        new VerifiedSigning(
                        signing,
                        verifiers.getObject(),
                        sent -> waiting.orElseThrow().expected(),
                        (ended, report) -> take(waiting, ended, report))
                .handle(outcome); // verifies, keeps, tells the gateway
    }
    // end::sign[]

    private void take(Optional<Signing> waiting, RequestOutcome<?> outcome, Optional<VerificationReport> report)
            throws IOException {
        boolean taken = waiting.flatMap(Signing::signed).isPresent(); // by an earlier delivery
        if (!taken && report.isPresent() && outcome instanceof RequestOutcome.Completed<?> completed) {
            Signed signed = signed(waiting.orElseThrow(), completed.result(), report.get());
            signings.update(waiting.get(), one -> one.signed(signed));
        }
    }

    private Signed signed(Signing one, Object result, VerificationReport report) throws IOException {
        if (report.passed() && result instanceof PdfSigningResult signature) {
            SignedPdf pdf = completion.complete(
                    one.paper().prepared().orElseThrow(), one.paper().file(), signature, verifiers.getObject());
            return new Signed(
                    pdf.report(),
                    Optional.of(pdf.file()).filter(file -> pdf.report().passed()),
                    clock.instant());
        }
        return new Signed(report, Optional.empty(), clock.instant());
    }

    /** Only the applicant signs the application; anybody may sign the terms. */
    private Optional<Hkic> applicant(Place place, HttpServletRequest request) {
        return permits.findSubmitted(request)
                .filter(permit -> place.subject() == Subject.APPLICATION)
                .map(Permit::form)
                .flatMap(PermitForm::hkic);
    }

    private UserRequest request(Signing one, Optional<Hkic> signer, Locale locale) {
        Subject subject = one.place().subject();
        String name = text("sign." + subject.key() + ".name", locale);
        SigningDetails.Builder details = SigningDetails.builder()
                .department(text("site.name", locale))
                .serviceName(text("site.desk", locale))
                .documentName(
                        subject == Subject.TERMS
                                ? name
                                : name + " " + one.paper().edition());
        signer.ifPresent(details::signer);
        return switch (subject) {
            case APPLICATION -> new PdfSigningRequest(one.paper().digest(), details.build());
            case TERMS -> new HashSigningRequest(one.paper().digest(), details.build());
        };
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
