package io.github.iamsmart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The test vectors of the wire format, which were made by programs outside this project. */
public final class WireVectors {

    private static final JsonNode ALL = read();

    private WireVectors() {}

    private static JsonNode read() {
        try (InputStream file = WireVectors.class.getResourceAsStream("/vectors/wire.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Stream<JsonNode> of(String group) {
        return StreamSupport.stream(ALL.required(group).spliterator(), false);
    }

    public static PrivateKey kek() {
        byte[] pkcs8 = Base64.getDecoder()
                .decode(ALL.required("kek").required("privateKeyPkcs8").textValue());
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
