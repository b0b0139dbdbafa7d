package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.internal.crypto.KeyUnwrapper;
import io.github.iamsmart.key.KekKeyPair;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;

/** Whether the private key of each KEK opens what is wrapped for its certificate, and how long that is valid. */
final class KekCheck {

    private static final long DAYS_TO_WARN = 60;
    private static final int CONTENT_KEY_BYTES = 32;
    private static final String RENEW =
            "Apply for a new encipherment certificate, upload it on the Self-Service Portal, and configure its key pair"
                    + " with this one beside it until the gateway has changed over.";

    private final List<KekKeyPair> keks;
    private final Clock clock;
    private final LineWriter findings;

    KekCheck(List<KekKeyPair> keks, Clock clock, LineWriter findings) {
        this.keks = keks;
        this.clock = clock;
        this.findings = findings;
    }

    void check() {
        keks.forEach(this::match);
        keks.forEach(this::expiry);
    }

    private void match(KekKeyPair kek) {
        String subject = kek.description();
        String counterpart = kek.certificate().isPresent() ? "certificate" : "public key";
        try {
            boolean opened = new KeyUnwrapper(
                            kek.insecurePrivateKey(), kek.provider().orElse(null))
                    .unwrap(wrappedFor(kek))
                    .isPresent();
            if (opened) {
                findings.pass(
                        "kek-match",
                        subject,
                        "The private key of the KEK opens what is wrapped for its " + counterpart + ".");
            } else {
                findings.failure(
                        "kek-match",
                        subject,
                        "The private key of the KEK does not open what is wrapped for its " + counterpart + ".",
                        "Configure the private key from which this certificate was requested.");
            }
        } catch (CryptoException e) {
            findings.failure(
                    "kek-match",
                    subject,
                    "The private key of the KEK cannot be used. " + e.getMessage(),
                    "Check the device or the provider that holds the key, and that the key may decrypt.");
        }
    }

    private static String wrappedFor(KekKeyPair kek) {
        byte[] sample = new byte[CONTENT_KEY_BYTES];
        new SecureRandom().nextBytes(sample);
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(kek.publicKeyInfo())));
            return Base64.getEncoder().encodeToString(cipher.doFinal(sample));
        } catch (GeneralSecurityException e) {
            throw new CryptoException("No provider of this JVM encrypts with RSA.", e);
        }
    }

    private void expiry(KekKeyPair kek) {
        String subject = kek.description();
        if (kek.certificate().isEmpty()) {
            findings.skipped(
                    "kek-expiry",
                    subject,
                    "The KEK is configured without its certificate, so nobody is told before it expires.",
                    "Configure the certificate beside the key.");
            return;
        }
        Instant now = clock.instant();
        Instant begin = kek.certificate().get().getNotBefore().toInstant();
        Instant end = kek.notAfter().orElseThrow();
        long days = Duration.between(now, end).toDays();
        String until = TlsCheck.day(end) + ", in " + TlsCheck.days(days) + ".";
        if (now.isAfter(end)) {
            findings.failure(
                    "kek-expiry",
                    subject,
                    "The certificate of the KEK expired on " + TlsCheck.day(end) + ": the gateway issues no new key for"
                            + " it.",
                    RENEW);
        } else if (now.isBefore(begin)) {
            findings.failure(
                    "kek-expiry",
                    subject,
                    "The certificate of the KEK is valid from " + TlsCheck.day(begin) + " only.",
                    "Check this machine's clock. If it is right, configure the certificate that is valid now.");
        } else if (days < DAYS_TO_WARN) {
            findings.warning("kek-expiry", subject, "The certificate of the KEK expires on " + until, RENEW);
        } else {
            findings.pass("kek-expiry", subject, "The certificate of the KEK is valid until " + until);
        }
    }
}
