package io.github.iamsmart.simulator.certificate;

import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.HttpEndpoint;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.persona.Personas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;

/** What the authority publishes: its certificates, its lists of revocations, and answers about single ones. */
public final class AuthorityPages {
    private static final String CERTIFICATE = "application/pkix-cert";
    private static final String CRL = "application/pkix-crl";

    private final CertificateAuthority authority;
    private final Personas personas;
    private final FaultInjector faults;

    public AuthorityPages(CertificateAuthority authority, Personas personas, FaultInjector faults) {
        this.faults = faults;
        this.authority = authority;
        this.personas = personas;
    }

    /** Adds its routes. */
    public void route(Router router) {
        router.on("GET", Addresses.ROOT, call -> certificate(authority.root()));
        router.on(
                "GET",
                Addresses.INTERMEDIATE,
                call -> certificate(authority.hierarchy().intermediate().certificate()));
        router.on(
                "GET",
                Addresses.ROOT_CRL,
                unlessDown(call -> list(authority.hierarchy().root(), Set.of())));
        router.on(
                "GET",
                Addresses.CRL,
                unlessDown(call -> list(
                        authority.hierarchy().intermediate(), certificates().revoked())));
        router.on("POST", Addresses.OCSP, unlessDown(call -> ocsp(call.body())));
        router.on("GET", Addresses.OCSP + "/**", unlessDown(this::askedInTheUrl));
    }

    private HttpEndpoint unlessDown(HttpEndpoint endpoint) {
        return call -> faults.take(FaultKind.Stage.AUTHORITY, call.path(), "").isPresent()
                ? HttpAnswer.of(503, "text/plain", "The authority is down.".getBytes(StandardCharsets.US_ASCII))
                : endpoint.answer(call);
    }

    private HttpAnswer list(Issuer issuer, Set<BigInteger> revoked) {
        return HttpAnswer.of(200, CRL, RevocationList.der(issuer, authority.now(), revoked, authority.revokedAt()));
    }

    /** RFC 6960, appendix A: small questions come as Base64 in the path, and the JDK asks them so. */
    private HttpAnswer askedInTheUrl(HttpCall call) {
        String question = call.path().substring(Addresses.OCSP.length() + 1);
        try {
            return ocsp(Base64.getDecoder().decode(question));
        } catch (IllegalArgumentException e) {
            return ocsp(new byte[0]);
        }
    }

    private HttpAnswer ocsp(byte[] question) {
        return HttpAnswer.of(
                200, "application/ocsp-response", new OcspResponder(authority, certificates()).answer(question));
    }

    /** Anew each time, because personas come and change. */
    private IssuedCertificates certificates() {
        return IssuedCertificates.of(authority, personas);
    }

    private static HttpAnswer certificate(X509CertificateHolder certificate) {
        return HttpAnswer.of(200, CERTIFICATE, der(certificate));
    }

    /** The certificate as text. */
    public static String pem(X509CertificateHolder certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der(certificate))
                + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] der(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("A certificate has no encoding.", e);
        }
    }
}
