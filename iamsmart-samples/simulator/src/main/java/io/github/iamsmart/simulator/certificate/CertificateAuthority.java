package io.github.iamsmart.simulator.certificate;

import io.github.iamsmart.simulator.CertificateState;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.wire.RandomText;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Issues the certificates that personas sign with: a root, an intermediate, and for each persona one for each kind of
 * key. Keys take time, so each is made when it is first needed, and then kept until the simulator is closed.
 */
public final class CertificateAuthority {
    private static final Duration AGE = Duration.ofDays(30);
    private static final Duration LIFE = Duration.ofDays(3 * 365);

    private final Clock clock;
    private final Instant start;
    private final Supplier<URI> baseUrl;
    private final String salt = RandomText.hex(32);
    private final Map<BigInteger, SigningIdentity> identities = new ConcurrentHashMap<>();
    private final Map<BigInteger, String> owners = new ConcurrentHashMap<>();
    private @Nullable Hierarchy hierarchy;

    /**
     * An authority that has issued nothing yet.
     *
     * @param clock the simulator's; the certificates are valid around the time that it shows now
     * @param baseUrl of the simulator, which need not be known before the first certificate
     */
    public CertificateAuthority(Clock clock, Supplier<URI> baseUrl) {
        this.clock = clock;
        this.start = clock.instant();
        this.baseUrl = baseUrl;
    }

    /** What this persona signs with. */
    public SigningIdentity identity(Persona persona, KeyKind kind) {
        Hierarchy above = hierarchy();
        return identities.computeIfAbsent(serial(persona, kind), serial -> issue(persona, kind, above));
    }

    /** What a verifier has to trust. */
    public X509CertificateHolder root() {
        return hierarchy().root().certificate();
    }

    /** The certificate between the root and those of personas; the signature of a hash comes without it. */
    public X509CertificateHolder intermediate() {
        return hierarchy().intermediate().certificate();
    }

    synchronized Hierarchy hierarchy() {
        if (hierarchy == null) {
            hierarchy = Hierarchy.make(start, addresses());
        }
        return hierarchy;
    }

    Instant now() {
        return clock.instant();
    }

    /** When the certificates that are revoked were. */
    Instant revokedAt() {
        return start.minus(Duration.ofDays(1));
    }

    /**
     * Known before the certificate is made, so that lists of revocations need no keys. Whoever is renamed, or whose
     * certificate has expired or no longer has, gets another one.
     */
    BigInteger serial(Persona persona, KeyKind kind) {
        String text = String.join(
                "|", salt, persona.id(), kind.name(), Boolean.toString(expired(persona)), persona.englishName());
        return new BigInteger(1, Arrays.copyOf(sha256(text), 16));
    }

    /** The ids of the personas that signed with certificates, by their serial numbers. */
    Map<BigInteger, String> owners() {
        return Map.copyOf(owners);
    }

    private static boolean expired(Persona persona) {
        return persona.certificate() == CertificateState.EXPIRED;
    }

    private SigningIdentity issue(Persona persona, KeyKind kind, Hierarchy above) {
        Addresses addresses = addresses();
        Issuer issuer = above.intermediate();
        Instant notAfter =
                expired(persona) ? start.minus(AGE) : start.minus(AGE).plus(LIFE);
        KeyPair keys = kind.generate();
        owners.put(serial(persona, kind), persona.id());
        X509CertificateHolder certificate = new CertificateDraft(
                        issuer.certificate().getSubject(),
                        serial(persona, kind),
                        notAfter.minus(LIFE),
                        notAfter,
                        subject(persona),
                        Issuer.publicKey(keys))
                .ofAUser()
                .below(issuer, addresses.crl(), addresses.ocsp(), addresses.intermediate())
                .sign(issuer.signer());
        return new SigningIdentity(
                keys.getPrivate(),
                List.of(certificate, issuer.certificate(), above.root().certificate()));
    }

    private Addresses addresses() {
        return new Addresses(baseUrl.get());
    }

    private static X500Name subject(Persona persona) {
        return new X500NameBuilder()
                .addRDN(BCStyle.C, "HK")
                .addRDN(BCStyle.O, "Not a real person")
                .addRDN(BCStyle.CN, persona.englishName())
                .build();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }
}
