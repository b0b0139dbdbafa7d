package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A key pair made for this run, as the value of {@code iamsmart.kek.location}. */
final class TestKek {

    private static final String LOCATION = "base64:" + Base64.getEncoder().encodeToString(pem());

    private TestKek() {}

    static String location() {
        return LOCATION;
    }

    private static byte[] pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String label = "PRIVATE KEY-----\n";
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return ("-----BEGIN " + label + text + "\n-----END " + label).getBytes(US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
