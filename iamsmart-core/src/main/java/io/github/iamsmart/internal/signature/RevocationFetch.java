package io.github.iamsmart.internal.signature;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Asks the addresses that certificates name: the OCSP responder first, and for a list if it has no answer. What was
 * found is kept for a minute, also that nobody answers: many documents are signed at once. Thread-safe.
 */
public final class RevocationFetch {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 256;
    private static final long LONGEST_ANSWER = 256 * 1_024;
    private static final long LONGEST_LIST = 16 * 1_024 * 1_024;
    private static final int MOST_ADDRESSES = 3;
    private static final AlgorithmIdentifier SHA1 = CertificateID.HASH_SHA1;
    private static final MediaType OCSP = MediaType.get("application/ocsp-request");

    private final Clock clock;
    private final OkHttpClient client;
    private final Map<List<X509Certificate>, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(RevocationStatus status, Instant until) {}

    /**
     * Creates one that has asked nobody yet.
     *
     * @param clock by which answers and lists must be current
     */
    public RevocationFetch(Clock clock) {
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .callTimeout(PATIENCE)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /**
     * {@return what the addresses that a certificate names say about it}
     *
     * @param certificate whom it is about
     * @param issuer who issued it
     */
    public RevocationStatus status(X509Certificate certificate, X509Certificate issuer) {
        Instant now = clock.instant();
        if (kept.size() >= MOST_KEPT) {
            kept.values().removeIf(each -> !each.until().isAfter(now));
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
        }
        return kept.compute(
                        List.of(certificate, issuer),
                        (key, before) -> before != null && isYoung(before, now)
                                ? before
                                : new Kept(ask(certificate, issuer, now), now.plus(KEPT)))
                .status();
    }

    /** A clock may be put back, in tests. */
    private static boolean isYoung(Kept one, Instant now) {
        return one.until().isAfter(now) && !one.until().minus(KEPT).isAfter(now);
    }

    private RevocationStatus ask(X509Certificate certificate, X509Certificate issuer, Instant now) {
        List<String> responders = RevocationAddresses.responders(certificate);
        List<String> lists = RevocationAddresses.lists(certificate);
        RevocationStatus last = RevocationStatus.unknown("the certificate names no address to ask");
        for (String address : responders.stream().limit(MOST_ADDRESSES).toList()) {
            last = askResponder(address, certificate, issuer, now);
            if (last.known()) {
                return last;
            }
        }
        for (String address : lists.stream().limit(MOST_ADDRESSES).toList()) {
            last = fetchList(address, certificate, issuer, now);
            if (last.known()) {
                return last;
            }
        }
        return last;
    }

    private RevocationStatus askResponder(
            String address, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            byte[] question = new OCSPReqBuilder()
                    .addRequest(new CertificateID(
                            new JcaDigestCalculatorProviderBuilder()
                                    .setProvider(BouncyCastle.provider())
                                    .build()
                                    .get(SHA1),
                            new JcaX509CertificateHolder(issuer),
                            certificate.getSerialNumber()))
                    .build()
                    .getEncoded();
            Request request =
                    request(address).post(RequestBody.create(question, OCSP)).build();
            return OcspAnswer.judge(read(request, LONGEST_ANSWER), certificate, issuer, now);
        } catch (IOException | RuntimeException unreachable) {
            return RevocationStatus.unknown("the OCSP responder cannot be reached");
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException impossible) {
            return RevocationStatus.unknown("the OCSP responder cannot be asked");
        }
    }

    private RevocationStatus fetchList(
            String address, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            byte[] der = read(request(address).build(), LONGEST_LIST);
            CertificateFactory factory = Certificates.isRsa(issuer)
                    ? CertificateFactory.getInstance("X.509")
                    : CertificateFactory.getInstance("X.509", BouncyCastle.provider());
            List<X509CRL> lists = new ArrayList<>();
            if (factory.generateCRL(new ByteArrayInputStream(der)) instanceof X509CRL list) {
                lists.add(list);
            }
            return RevocationLists.judge(lists, certificate, issuer, now);
        } catch (IOException unreachable) {
            return RevocationStatus.unknown("the list of revoked certificates cannot be fetched");
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            return RevocationStatus.unknown("the list of revoked certificates cannot be read");
        }
    }

    private static Request.Builder request(String address) throws IOException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new IOException("not an address of the web");
        }
        return new Request.Builder().url(url);
    }

    private byte[] read(Request request, long longest) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            BufferedSource body = response.body().source();
            if (!response.isSuccessful() || body.request(longest + 1)) {
                throw new IOException("no answer, or one that is too long");
            }
            return body.readByteArray();
        }
    }
}
