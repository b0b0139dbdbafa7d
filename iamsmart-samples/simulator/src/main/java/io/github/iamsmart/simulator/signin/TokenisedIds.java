package io.github.iamsmart.simulator.signin;

import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.wire.RandomText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The openID of a user for a client: another one for every client, the same for one run of the simulator, and looking
 * percent-encoded, because the real ones do and a client that decodes them must be found out. A persona may have fixed
 * ones.
 */
public final class TokenisedIds {
    private static final int MAX_LENGTH = 64;

    private final String salt = RandomText.hex(32);
    private final Personas personas;

    public TokenisedIds(Personas personas) {
        this.personas = personas;
    }

    public String of(String clientId, String personaId) {
        String fixed = personas.known(personaId).tokenisedIds().get(clientId);
        return fixed != null ? fixed : made(clientId, personaId);
    }

    private String made(String clientId, String personaId) {
        for (int attempt = 0; ; attempt++) {
            String id = URLEncoder.encode(
                    digest(salt + "|" + clientId + "|" + personaId + "|" + attempt), StandardCharsets.UTF_8);
            if (id.length() <= MAX_LENGTH && id.contains("%2B")) {
                return id;
            }
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }
}
