package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.persona.Persona;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** {@code HKICHash}: Base64 of the SHA-256 of the identifier in upper case, without check digit and brackets. */
public final class HkicHash {
    private HkicHash() {}

    public static String of(Persona persona) {
        return of(persona.identification());
    }

    static String of(String identification) {
        byte[] text = identification.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }
}
