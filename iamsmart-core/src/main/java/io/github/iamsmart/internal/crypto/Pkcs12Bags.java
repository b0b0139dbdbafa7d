package io.github.iamsmart.internal.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Reads the bags of a PKCS#12 file one by one: BouncyCastle's key store knows no checksum of SHA-384 and SHA-512, and
 * the JDK's fails at it where an application has put BouncyCastle first. An RSA key goes with its certificate; one
 * without a certificate is left out.
 */
final class Pkcs12Bags {

    private final List<PrivateKey> keys = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final InputDecryptorProvider decryptor;

    private Pkcs12Bags(char[] password) {
        this.decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(BouncyCastle.provider())
                .build(password);
    }

    static KeyStore read(byte[] content, char[] password) throws GeneralSecurityException, IOException {
        PKCS12PfxPdu file = new PKCS12PfxPdu(content);
        try {
            if (file.hasMac()
                    && !file.isMacValid(
                            new BcPKCS12MacCalculatorBuilderProvider(BcDefaultDigestProvider.INSTANCE), password)) {
                throw new KeyStoreFile.WrongPasswordException(null);
            }
            Pkcs12Bags bags = new Pkcs12Bags(password);
            for (ContentInfo part : file.getContentInfos()) {
                bags.add(part);
            }
            return bags.store();
        } catch (PKCSException e) {
            throw new IOException("The PKCS#12 file cannot be decrypted.", e);
        }
    }

    private void add(ContentInfo part) throws PKCSException, GeneralSecurityException, IOException {
        PKCS12SafeBagFactory bags = part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)
                ? new PKCS12SafeBagFactory(part, decryptor)
                : new PKCS12SafeBagFactory(part);
        for (PKCS12SafeBag bag : bags.getSafeBags()) {
            Object value = bag.getBagValue();
            if (value instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                add(encrypted.decryptPrivateKeyInfo(decryptor));
            } else if (value instanceof PrivateKeyInfo key) {
                add(key);
            } else if (value instanceof X509CertificateHolder certificate) {
                certificates.add(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate.getEncoded())));
            }
        }
    }

    private void add(PrivateKeyInfo key) throws GeneralSecurityException, IOException {
        if (key.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            keys.add(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())));
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12", BouncyCastle.provider());
        store.load(null, null);
        List<Certificate> others = new ArrayList<>(certificates);
        int number = 1;
        for (PrivateKey key : keys) {
            for (Certificate certificate : certificates) {
                if (isPair(key, certificate.getPublicKey())) {
                    store.setKeyEntry("key-" + number++, key, null, new Certificate[] {certificate});
                    others.remove(certificate);
                }
            }
        }
        for (Certificate other : others) {
            store.setCertificateEntry("certificate-" + number++, other);
        }
        return store;
    }

    private static boolean isPair(PrivateKey key, PublicKey publicKey) {
        return key instanceof RSAKey one
                && publicKey instanceof RSAKey other
                && one.getModulus().equals(other.getModulus());
    }
}
