package io.github.iamsmart.simulator.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CertificateState;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.http.SimulatorServer;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.time.SimulatorClock;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Security;
import java.security.cert.CRL;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The JDK's own validator believes the authority, over the wire. */
class CertificateAuthorityTest {
    private final Personas personas = Personas.load();
    private final SimulatorClock clock = new SimulatorClock(Clock.systemUTC());
    private final FaultInjector faults = new FaultInjector();
    private SimulatorServer server;
    private CertificateAuthority authority;

    @BeforeEach
    void listen() throws Exception {
        authority = new CertificateAuthority(clock, this::url);
        Router router = new Router();
        new AuthorityPages(authority, personas, faults).route(router);
        server = SimulatorServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null, router);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void canBeDown() throws Exception {
        faults.inject(Fault.of(FaultKind.AUTHORITY_DOWN));
        for (String path : List.of("/ca/crl", "/ca/root/crl", "/ca/ocsp/QUFB")) {
            assertThat(status(path)).as(path).isEqualTo(503);
        }
        assertThat(status("/ca/root")).isEqualTo(200);

        faults.clear();

        assertThat(status("/ca/crl")).isEqualTo(200);
    }

    private int status(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void theCertificateOfAPersonaIsBelieved() throws Exception {
        List<X509Certificate> chain = chain("plus");
        assertThatCode(() -> validateByOcsp(chain, new Date())).doesNotThrowAnyException();
        assertThatCode(() -> validateByLists(chain)).doesNotThrowAnyException();
        boolean[] usage = chain.get(0).getKeyUsage();
        assertThat(usage[0]).as("digitalSignature").isTrue();
        assertThat(usage[1]).as("nonRepudiation").isTrue();
        assertThat(Arrays.copyOfRange(usage, 2, usage.length)).containsOnly(false);
        assertThat(chain.get(0).getBasicConstraints()).isEqualTo(-1);
        assertThat(chain.get(0).getSubjectX500Principal().getName()).contains("SAMPLE\\, Plus");
    }

    @Test
    void oneThatWasRevokedIsNot() throws Exception {
        List<X509Certificate> chain = chain("revoked-certificate");
        assertReason(() -> validateByOcsp(chain, new Date()), BasicReason.REVOKED);
        assertReason(() -> validateByLists(chain), BasicReason.REVOKED);
    }

    @Test
    void whatAPersonaSignedIsJudgedByWhatBecomesOfIt() throws Exception {
        personas.put(changed("mine", "MINE, Old", CertificateState.VALID));
        List<X509Certificate> old = chain("mine");
        assertThatCode(() -> validateByOcsp(old, new Date())).doesNotThrowAnyException();

        personas.put(changed("mine", "MINE, New", CertificateState.VALID));
        List<X509Certificate> renamed = chain("mine");
        assertThat(renamed.get(0).getSerialNumber()).isNotEqualTo(old.get(0).getSerialNumber());
        assertThat(renamed.get(0).getSubjectX500Principal().getName()).contains("MINE\\, New");
        assertThatCode(() -> validateByOcsp(old, new Date())).doesNotThrowAnyException();

        personas.put(changed("mine", "MINE, New", CertificateState.REVOKED));
        assertReason(() -> validateByOcsp(renamed, new Date()), BasicReason.REVOKED);
        assertReason(() -> validateByLists(old), BasicReason.REVOKED);

        personas.put(changed("mine", "MINE, New", CertificateState.EXPIRED));
        assertReason(() -> validate(chain("mine"), new Date(), null), BasicReason.EXPIRED);
        assertThatCode(() -> validateByOcsp(renamed, new Date())).doesNotThrowAnyException();

        personas.remove("mine");
        assertThatCode(() -> validateByOcsp(renamed, new Date())).doesNotThrowAnyException();
    }

    private Persona changed(String id, String name, CertificateState state) {
        Persona plus = personas.get("plus");
        ObjectNode profile = plus.profile().deepCopy();
        profile.putObject("enName").put("UnstructuredName", name);
        return new Persona(id, plus.about(), "sign", false, state, plus.lastModified(), profile, plus.eme(), Map.of());
    }

    @Test
    void oneThatHasExpiredIsNotThoughItWasOnce() throws Exception {
        List<X509Certificate> chain = chain("expired-certificate");
        assertReason(() -> validate(chain, new Date(), null), BasicReason.EXPIRED);
        Date before = Date.from(clock.instant().minus(Duration.ofDays(60)));
        assertThatCode(() -> validate(chain, before, null)).doesNotThrowAnyException();
    }

    @Test
    void aPersonaKeepsItsCertificateAndHasAnotherForEachKindOfKey() {
        SigningIdentity rsa = authority.identity(persona("plus"), KeyKind.RSA);
        SigningIdentity sm2 = authority.identity(persona("plus"), KeyKind.SM2);
        assertThat(authority.identity(persona("plus"), KeyKind.RSA)).isSameAs(rsa);
        assertThat(rsa.certificate().getSerialNumber())
                .isNotEqualTo(sm2.certificate().getSerialNumber());
        assertThat(sm2.certificate()
                        .getSubjectPublicKeyInfo()
                        .getAlgorithm()
                        .getParameters()
                        .toString())
                .contains("1.2.156.10197.1.301");
        assertThat(rsa.chain()).hasSize(3).last().isEqualTo(authority.root());
    }

    @Test
    void registersNoProvider() {
        authority.identity(persona("plus"), KeyKind.SM2);
        assertThat(Security.getProvider("BC")).isNull();
    }

    @Test
    void anotherAuthorityHasOtherKeysUnderTheSameNames() {
        CertificateAuthority other = new CertificateAuthority(clock, this::url);
        assertThat(other.root().getSubject()).isEqualTo(authority.root().getSubject());
        assertThat(other.root()).isNotEqualTo(authority.root());
    }

    @Test
    void answersAboutSm2CertificatesAndRepeatsTheNonce() throws Exception {
        X509CertificateHolder revoked =
                authority.identity(persona("revoked-certificate"), KeyKind.SM2).certificate();
        Extension nonce = new Extension(
                OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(new byte[] {4, 2, 7, 7}));
        BasicOCSPResp answer = basic(post(question(revoked.getSerialNumber(), nonce)));
        assertThat(answer.getResponses()[0].getCertStatus()).isInstanceOf(RevokedStatus.class);
        ASN1OctetString repeated =
                answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce).getExtnValue();
        assertThat(repeated).isEqualTo(nonce.getExtnValue());
        X509CertificateHolder issuer = authority.hierarchy().intermediate().certificate();
        assertThat(answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer)))
                .isTrue();
        X509CertificateHolder good =
                authority.identity(persona("plus"), KeyKind.SM2).certificate();
        assertThat(basic(post(question(good.getSerialNumber(), null)))
                        .getResponses()[0]
                        .getCertStatus())
                .isEqualTo(CertificateStatus.GOOD);
    }

    @Test
    void doesNotVouchForWhatItHasNotIssued() throws Exception {
        assertThat(basic(post(question(BigInteger.TEN, null))).getResponses()[0].getCertStatus())
                .isInstanceOf(UnknownStatus.class);
        assertThat(new OCSPResp(post(new byte[] {1, 2, 3})).getStatus()).isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        assertThat(new OCSPResp(get("/ca/ocsp/not*base64")).getStatus()).isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        CertificateAuthority other = new CertificateAuthority(clock, this::url);
        CertificateID foreign = new CertificateID(
                new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                other.hierarchy().intermediate().certificate(),
                BigInteger.TEN);
        byte[] question = new OCSPReqBuilder().addRequest(foreign).build().getEncoded();
        assertThat(new OCSPResp(post(question)).getStatus()).isEqualTo(OCSPRespBuilder.UNAUTHORIZED);
    }

    @Test
    void theListsAreThoseOfTheirIssuersAndOfNow() throws Exception {
        clock.advance(Duration.ofDays(2));
        X509CRL list = (X509CRL) crl("/ca/crl");
        assertThat(list.getThisUpdate()).isCloseTo(Date.from(clock.instant()), 60_000);
        assertThat(list.getRevokedCertificates()).hasSize(KeyKind.values().length);
        list.verify(certificate(get("/ca/intermediate")).getPublicKey());
        X509CRL upper = (X509CRL) crl("/ca/root/crl");
        assertThat(upper.getRevokedCertificates()).isNull();
        upper.verify(certificate(get("/ca/root")).getPublicKey());
    }

    private interface Validation {
        void run() throws Exception;
    }

    private static void assertReason(Validation validation, CertPathValidatorException.Reason reason) {
        assertThatThrownBy(validation::run)
                .isInstanceOfSatisfying(
                        CertPathValidatorException.class,
                        e -> assertThat(e.getReason()).isEqualTo(reason));
    }

    /** Asks the address in the certificates. */
    private void validateByOcsp(List<X509Certificate> chain, Date at) throws Exception {
        PKIXRevocationChecker checker = checker();
        checker.setOptions(Set.of(Option.NO_FALLBACK));
        validate(chain, at, checker);
    }

    private void validateByLists(List<X509Certificate> chain) throws Exception {
        PKIXRevocationChecker checker = checker();
        checker.setOptions(Set.of(Option.PREFER_CRLS, Option.NO_FALLBACK));
        validate(chain, new Date(), checker);
    }

    private void validate(List<X509Certificate> chain, Date at, PKIXRevocationChecker checker) throws Exception {
        X509Certificate root = chain.get(chain.size() - 1);
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setDate(at);
        parameters.setRevocationEnabled(checker != null);
        if (checker != null) {
            parameters.addCertPathChecker(checker);
        }
        Collection<CRL> lists = List.of(crl("/ca/crl"), crl("/ca/root/crl"));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, chain.size() - 1));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private static PKIXRevocationChecker checker() throws Exception {
        return (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
    }

    private List<X509Certificate> chain(String persona) throws Exception {
        List<X509Certificate> chain = new ArrayList<>();
        for (X509CertificateHolder one :
                authority.identity(persona(persona), KeyKind.RSA).chain()) {
            chain.add(certificate(one.getEncoded()));
        }
        return chain;
    }

    private Persona persona(String id) {
        return personas.get(id);
    }

    private byte[] question(BigInteger serial, Extension nonce) throws Exception {
        CertificateID id = new CertificateID(
                new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                authority.hierarchy().intermediate().certificate(),
                serial);
        OCSPReqBuilder question = new OCSPReqBuilder().addRequest(id);
        if (nonce != null) {
            question.setRequestExtensions(new Extensions(nonce));
        }
        return question.build().getEncoded();
    }

    private static BasicOCSPResp basic(byte[] answer) throws Exception {
        return (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
    }

    private CRL crl(String path) throws Exception {
        return CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(get(path)));
    }

    private static X509Certificate certificate(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private byte[] get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).build());
    }

    private byte[] post(byte[] question) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url() + "/ca/ocsp"))
                .header("Content-Type", "application/ocsp-request")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build());
    }

    private static byte[] send(HttpRequest request) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }
}
