package io.github.iamsmart.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.signing.DigestAlgorithm;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.StepUp;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.ExpectedSignature;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.RevocationSource;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import io.github.iamsmart.signing.verification.VerifiedSigning;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/signing.md; the module {@code documentation} holds the two together. */
@Timeout(60)
class SigningExamplesTest {

    private final SigningWorld world;
    private final IamSmartClient client;
    private final URI callbackUri;
    private final URI redirectUri;
    private final List<X509Certificate> roots;
    private final List<X509Certificate> issuers;
    private final Locale locale = Locale.ENGLISH;
    private final Map<String, HashSigningRequest> asked = new HashMap<>();
    private final Map<String, Evidence> archive = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private BusinessId keptId = BusinessId.random();
    private State keptState = State.random();

    @TempDir
    Path folder;

    private Path contract;

    SigningExamplesTest() throws Exception {
        world = new SigningWorld();
        client = world.client;
        callbackUri = world.callbackUri;
        redirectUri = world.redirectUri;
        roots = world.roots();
        issuers = world.issuers();
    }

    @BeforeEach
    void write() throws Exception {
        contract = Files.writeString(folder.resolve("contract.txt"), "a contract");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private HashSigningRequest request() throws Exception {
        // tag::request[]
        HashSigningRequest request = new HashSigningRequest(
                DocumentDigest.of(contract), // read as a stream; the document never leaves your service
                SigningDetails.builder()
                        .department("Permit Office")
                        .serviceName("Beach permits")
                        .documentName("Application P-7") // in the user's language: the app shows all three
                        .build());
        // end::request[]
        return request;
    }

    private InitiatedRequest begin(AccessToken token, HashSigningRequest request) {
        // tag::initiate[]
        RequestOptions options = RequestOptions.builder()
                .callbackUri(callbackUri) // registered
                .reference("permit-7")
                .build();
        asked.put("permit-7", request); // your records: what will be verified, and never what comes back
        InitiatedRequest sent = client.signing().initiateHash(token, request, options);
        // end::initiate[]
        return sent;
    }

    private String page(AccessToken token, HashSigningRequest request, InitiatedRequest sent) {
        // tag::page[]
        String digits = client.signing().identificationCode(token, request.digest());
        return "Identification code: " + digits + ". Compare it with the code in the iAM Smart app before you sign. "
                + sent.instruction(locale); // and sent.appLink() on the same device
        // end::page[]
    }

    // tag::verifier[]
    private SignatureVerifier verifier() {
        return SignatureVerifier.builder()
                .trustAnchors(roots) // of iAM Smart-Cert, from your own configuration
                .intermediates(issuers) // the result of a signed hash holds the signer's certificate only
                .revocation(RevocationSource.NETWORK) // see below
                .build();
    }
    // end::verifier[]

    // tag::handler[]
    private VerifiedSigning handler() {
        return new VerifiedSigning(
                client.signing(),
                verifier(),
                info -> ExpectedSignature.of(asked.get(info.reference().orElseThrow())),
                this::ended);
    }

    private void ended(RequestOutcome<?> outcome, Optional<VerificationReport> report) {
        String permit = outcome.request().reference().orElseThrow();
        if (outcome instanceof Completed<?> completed
                && completed.result() instanceof HashSigningResult result
                && report.orElseThrow().passed()) {
            archive.put(permit, Evidence.of(asked.get(permit), result, report.get())); // once: the permit is the key
        } else {
            refused.put(permit, outcome.userMessage(locale).orElse("The signature is not valid."));
        }
    }
    // end::handler[]

    // tag::evidence[]
    record Evidence(
            DocumentDigest digest,
            SignatureAlgorithm algorithm,
            byte[] signature,
            byte[] certificate, // personal data
            Optional<Instant> signedAt, // as the gateway says
            String report) {

        static Evidence of(HashSigningRequest asked, HashSigningResult result, VerificationReport report) {
            return new Evidence(
                    asked.digest(),
                    asked.algorithm(),
                    result.signature(),
                    result.certificate(),
                    result.signedAt(),
                    report.toString());
        }

        VerificationReport verifyAgain(SignatureVerifier verifier) {
            return verifier.verify(
                    new HashSigningResult(digest, signedAt.orElse(null), signature, certificate),
                    new ExpectedSignature(digest, algorithm, Optional.empty()));
        }
    }
    // end::evidence[]

    private SignatureVerifier asOf(Instant archivedAt, List<X509CRL> keptLists) {
        // tag::as-of[]
        SignatureVerifier asOfThatDay = SignatureVerifier.builder()
                .trustAnchors(roots) // kept too
                .intermediates(issuers)
                .revocation(lists(keptLists))
                .clock(Clock.fixed(archivedAt, ZoneOffset.UTC))
                .build();
        // end::as-of[]
        return asOfThatDay;
    }

    private static SigningDetails stepUp() {
        // tag::step-up[]
        SigningDetails details = SigningDetails.builder()
                .documentName("Application P-7")
                .stepUp(StepUp.by(StepUp.Method.FACE).within(Duration.ofHours(72))) // for accounts younger than that
                .build();
        // end::step-up[]
        return details;
    }

    private static RevocationSource lists(List<X509CRL> downloaded) {
        // tag::lists[]
        RevocationSource lists = new RevocationSource() {
            @Override
            public List<X509CRL> crls(X509Certificate certificate) {
                return downloaded; // of every issuer on the way to the root, fetched by a job of yours
            }
        };
        // end::lists[]
        return lists;
    }

    private HashSigningRequest anonymous(String typed) throws Exception {
        // tag::anonymous[]
        HashSigningRequest request = new HashSigningRequest(
                DocumentDigest.of(contract),
                SigningDetails.builder()
                        .documentName("Application P-7")
                        .signer(Hkic.of(typed)) // required; only its hash is kept and sent
                        .build());
        AnonymousRequest sent = client.signing()
                .initiateAnonymousHash(
                        request,
                        RequestOptions.builder()
                                .redirectUri(redirectUri) // registered
                                .reference("permit-7")
                                .build());
        keptId = sent.businessId(); // keep both in this browser's session
        keptState = sent.state();
        String digits = client.signing().anonymousIdentificationCode(request.details(), request.digest());
        URI gatewayPage = client.signIn().authorizationUri(AuthorizationRequest.of(sent));
        // end::anonymous[]
        assertThat(digits).isEqualTo(shownByTheApp(sent.businessId()));
        world.get(gatewayPage);
        return request;
    }

    private String complete(String query) {
        // tag::complete[]
        RequestOutcome<HashSigningResult> outcome = client.signing()
                .completeAnonymousHash(client.signIn().parseRedirect(query), keptId, keptState); // of this browser
        return outcome instanceof Completed
                ? "Thank you. We are checking the signature." // the handler does
                : outcome.userMessage(locale).orElseThrow();
        // end::complete[]
    }

    private String shownByTheApp(BusinessId businessId) {
        return world.request(businessId).identificationCode().orElseThrow();
    }

    private void deliver() {
        client.requests().deliverDue(handler());
    }

    private Optional<String> acknowledged(BusinessId businessId) {
        return world.request(businessId).acknowledged();
    }

    @Test
    void aSignatureIsVerifiedArchivedAndAcknowledged() throws Exception {
        AccessToken token = world.signIn("plus");
        HashSigningRequest request = request();
        InitiatedRequest sent = begin(token, request);
        assertThat(page(token, request, sent)).contains(shownByTheApp(sent.businessId()));

        world.sign(sent.businessId());
        deliver();

        assertThat(refused).isEmpty();
        assertThat(archive.get("permit-7").report()).contains("PASSED REVOCATION");
        assertThat(acknowledged(sent.businessId())).contains("SR001");
        VerificationReport again = archive.get("permit-7").verifyAgain(verifier());
        assertThat(again.passed()).as(again.toString()).isTrue();
    }

    @Test
    void aKeptSignatureIsVerifiedAsOfItsDay() throws Exception {
        InitiatedRequest sent = begin(world.signIn("plus"), request());
        world.sign(sent.businessId());
        deliver();
        Evidence evidence = archive.get("permit-7");
        List<X509CRL> kept = List.of(list("/ca/crl"), list("/ca/root/crl"));
        Instant archivedAt = world.simulator.clock().instant();

        VerificationReport asOfThatDay = evidence.verifyAgain(asOf(archivedAt, kept));
        VerificationReport yearsLater = evidence.verifyAgain(asOf(archivedAt.plus(Duration.ofDays(3_650)), kept));

        assertThat(asOfThatDay.finding(Check.REVOCATION).map(Finding::verdict)).contains(Verdict.PASSED);
        assertThat(asOfThatDay.passed()).as(asOfThatDay.toString()).isTrue();
        assertThat(yearsLater.failures())
                .extracting(Finding::check)
                .as("the list is out of date, the certificate was valid when it signed")
                .containsExactly(Check.REVOCATION);
    }

    @Test
    void aWrongSignatureIsRejected() throws Exception {
        world.simulator.inject(Fault.of(FaultKind.SIGNATURE_WRONG));
        InitiatedRequest sent = begin(world.signIn("plus"), request());

        world.sign(sent.businessId());
        deliver();

        assertThat(archive).isEmpty();
        assertThat(refused).containsEntry("permit-7", "The signature is not valid.");
        assertThat(acknowledged(sent.businessId())).contains("SR002");
    }

    @Test
    void aStepUpIsAskedFor() throws Exception {
        InitiatedRequest sent =
                begin(world.signIn("plus"), new HashSigningRequest(request().digest(), stepUp()));

        world.sign(sent.businessId());
        deliver();

        assertThat(archive).containsKey("permit-7");
    }

    @Test
    void anAnonymousUserSigns() throws Exception {
        asked.put("permit-7", anonymous("B000002(2)"));
        String ticket = world.request(keptId).ticketId();

        URI back = world.simulator.approve(ticket, "plus").redirect().orElseThrow();
        assertThat(complete(back.getRawQuery())).startsWith("Thank you");
        deliver();

        assertThat(archive).containsKey("permit-7");
        assertThat(acknowledged(keptId)).contains("SR001");
    }

    @Test
    void certificatesOfSm2AreAskedAboutLikeOthers() throws Exception {
        HashSigningRequest request = new HashSigningRequest(
                DocumentDigest.of(new byte[] {1}, DigestAlgorithm.SM3),
                SignatureAlgorithm.SM3_WITH_SM2,
                SigningDetails.builder().build());
        InitiatedRequest sent = begin(world.signIn("plus"), request);
        world.sign(sent.businessId());
        List<HashSigningResult> results = new ArrayList<>();
        client.requests().deliverDue(outcome -> results.add((HashSigningResult) ((Completed<?>) outcome).result()));

        Finding fetched = revocation(results.get(0), request, RevocationSource.NETWORK);
        Finding given = revocation(results.get(0), request, lists(List.of(list("/ca/crl"), list("/ca/root/crl"))));

        assertThat(fetched.verdict()).as(fetched.reason()).isEqualTo(Verdict.PASSED);
        assertThat(given.verdict()).as(given.reason()).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SM3withSM2", "NONEwithSM2"})
    void whatWasSignedWithSm2IsVerifiedOverItsSm3(String algorithm) {
        DocumentDigest digest = DocumentDigest.of(new byte[] {1}, DigestAlgorithm.SM3);
        HashSigningRequest request = new HashSigningRequest(
                digest,
                new SignatureAlgorithm(algorithm),
                SigningDetails.builder().build());
        InitiatedRequest sent = begin(world.signIn("plus"), request);
        world.sign(sent.businessId());
        List<HashSigningResult> results = new ArrayList<>();
        client.requests().deliverDue(outcome -> results.add((HashSigningResult) ((Completed<?>) outcome).result()));

        assertThat(results.get(0).digest()).contains(digest);
        VerificationReport report = SignatureVerifier.builder()
                .trustAnchors(roots)
                .intermediates(issuers)
                .build()
                .verify(results.get(0), ExpectedSignature.of(request));
        assertThat(report.passed()).as(report.toString()).isTrue();
        HashSigningRequest another = new HashSigningRequest(
                DocumentDigest.of(new byte[] {2}, DigestAlgorithm.SM3), request.algorithm(), request.details());
        assertThat(SignatureVerifier.builder()
                        .trustAnchors(roots)
                        .intermediates(issuers)
                        .build()
                        .verify(results.get(0), ExpectedSignature.of(another))
                        .passed())
                .isFalse();
    }

    private Finding revocation(HashSigningResult result, HashSigningRequest request, RevocationSource source) {
        return SignatureVerifier.builder()
                .trustAnchors(roots)
                .intermediates(issuers)
                .revocation(source)
                .build()
                .verify(result, ExpectedSignature.of(request))
                .finding(Check.REVOCATION)
                .orElseThrow();
    }

    private X509CRL list(String path) throws GeneralSecurityException {
        byte[] file = world.get(world.simulator.baseUrl().resolve(path));
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(file));
    }
}
