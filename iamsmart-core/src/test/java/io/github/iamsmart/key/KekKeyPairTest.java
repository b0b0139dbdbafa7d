package io.github.iamsmart.key;

import static io.github.iamsmart.key.KekFixture.CERTIFICATE;
import static io.github.iamsmart.key.KekFixture.KEK;
import static io.github.iamsmart.key.KekFixture.OTHER;
import static io.github.iamsmart.key.KekFixture.OTHER_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.iamsmart.error.ConfigurationException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

class KekKeyPairTest {

    private final Provider device = new OpaqueKeys();

    @Test
    void takesAKeyWithItsCertificateOrPublicKey() {
        assertThat(KekKeyPair.of(KEK.getPrivate(), CERTIFICATE).certificate()).contains(CERTIFICATE);
        KekKeyPair bare = KekKeyPair.of(KEK.getPrivate(), KEK.getPublic());
        assertThat(bare.publicKeyInfo()).isEqualTo(KEK.getPublic().getEncoded());
        assertThat(bare).hasToString("KekKeyPair[given key, RSA 2048 bits, no certificate]");
    }

    @Test
    void takesAKeyThatOnlyItsDeviceCanUse() {
        PrivateKey handle = OpaqueKeys.handle(KEK.getPrivate());
        KekKeyPair pair = KekKeyPair.of(handle, CERTIFICATE, device);
        assertThat(pair.provider()).contains(device);
        assertThat(pair.insecurePrivateKey()).isSameAs(handle);
        assertThat(pair.description()).isEqualTo("key of provider OpaqueDevice");
        assertThat(KekKeyPair.of(handle, KEK.getPublic(), device).publicKeyInfo())
                .isEqualTo(KEK.getPublic().getEncoded());
    }

    @Test
    void triesAKeyThatShowsNothingAgainstItsCertificate() {
        refused(() -> KekKeyPair.of(OpaqueKeys.handle(OTHER.getPrivate()), CERTIFICATE, device))
                .withMessageContainingAll("key of provider OpaqueDevice", "does not fit", "1234");
    }

    @Test
    void saysThatADeviceKeyNeedsItsProvider() {
        refused(() -> KekKeyPair.of(OpaqueKeys.handle(KEK.getPrivate()), CERTIFICATE))
                .withMessageContainingAll("given key", "provider of the HSM");
        refused(() -> KekKeyPair.of(OpaqueKeys.signingOnlyHandle(KEK.getPrivate()), CERTIFICATE, device))
                .withMessageContainingAll("key of provider OpaqueDevice", "may decrypt");
    }

    @Test
    void refusesAKeyThatDoesNotFit() {
        refused(() -> KekKeyPair.of(KEK.getPrivate(), OTHER_CERTIFICATE))
                .withMessageContainingAll("given key", "does not fit", "5678");
        refused(() -> KekKeyPair.of(KEK.getPrivate(), OTHER.getPublic()))
                .withMessageContainingAll("given key", "does not fit the public key");
    }

    @Test
    void refusesAKeyWithTheRightModulusAndAWrongExponent() throws GeneralSecurityException {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) KEK.getPrivate();
        BigInteger wrong = key.getPrivateExponent().add(BigInteger.TWO);
        PrivateKey damaged =
                KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(key.getModulus(), wrong));
        refused(() -> KekKeyPair.of(damaged, CERTIFICATE)).withMessageContaining("does not fit");
    }

    @Test
    void acceptsAnExpiredCertificateAndSaysSo() {
        Instant end = Instant.parse("2026-06-30T00:00:00Z");
        X509Certificate expired = KekFixture.certificate("CN=Expired", KEK, end, BigInteger.ONE);
        KekKeyPair pair = KekKeyPair.of(KEK.getPrivate(), expired);
        assertThat(pair.notAfter()).contains(end);
        assertThat(pair.isExpiredAt(end)).isFalse();
        assertThat(pair.isExpiredAt(end.plusMillis(1))).isTrue();
    }

    @Test
    void returnsAFreshArrayEachTime() {
        KekKeyPair pair = KekKeyPair.of(KEK.getPrivate(), CERTIFICATE);
        pair.publicKeyInfo()[0] = 0;
        assertThat(pair.publicKeyInfo()).isEqualTo(KEK.getPublic().getEncoded());
    }

    @Test
    void registersNoProvider() {
        KekKeyPair.fromPem(
                KekFixture.encryptedPkcs8(KEK.getPrivate()), KekFixture.password(), KekFixture.pem(CERTIFICATE));
        assertThat(Security.getProvider("BC")).isNull();
    }

    private static ThrowableAssertAlternative<ConfigurationException> refused(ThrowingCallable call) {
        return assertThatExceptionOfType(ConfigurationException.class).isThrownBy(call);
    }
}
