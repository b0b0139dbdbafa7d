package io.github.iamsmart.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises the mistakes that are made most when a request is signed. */
public final class SignatureDiagnosis {
    @SuppressWarnings("ArrayRecordComponent") // It is carried, never compared.
    private record Attempt(String what, byte[] body) {}

    private final String secret;
    private final String head;
    private final List<Attempt> attempts = new ArrayList<>();

    public SignatureDiagnosis(String secret, String head, byte[] body) {
        this.secret = secret;
        this.head = head;
        attempts.add(new Attempt("", body));
        if (body.length == 0) {
            attempts.add(new Attempt("{} was signed, but nothing was sent", text("{}")));
        } else {
            attempts.add(new Attempt("the empty string was signed, but a body was sent", new byte[0]));
        }
        attempts.add(new Attempt("the body was signed with a line break at its end", text(utf8(body) + "\n")));
        attempts.add(new Attempt(
                "the body was signed without its white space: sign the very bytes that are sent",
                text(utf8(body).replaceAll("\\s+", ""))));
    }

    public SignatureDiagnosis contentValue(String content) {
        attempts.add(new Attempt("only the value of content was signed; the whole body must be", text(content)));
        return this;
    }

    public SignatureDiagnosis plaintext(byte[] plaintext) {
        attempts.add(new Attempt("the plaintext was signed; the body that is sent must be", plaintext));
        return this;
    }

    /** A sentence, if the mistake is a known one. */
    public Optional<String> explain(String received) {
        for (Attempt attempt : attempts) {
            Optional<String> encoding = encoding(CallSignature.hmac(secret, head, attempt.body()), received);
            if (encoding.isPresent()) {
                String what = attempt.what();
                String how = encoding.get();
                return Optional.of(what.isEmpty() ? how : how.isEmpty() ? what : what + ", and " + how)
                        .map(text -> "Recognised: " + text + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> encoding(byte[] mac, String received) {
        String base64 = Base64.getEncoder().encodeToString(mac);
        String right = CallSignature.percentEncode(base64);
        if (received.equals(right)) {
            return Optional.of("");
        }
        if (received.equals(base64)) {
            return Optional.of("the Base64 text was sent as it is; it must be percent-encoded (%2B %2F %3D)");
        }
        if (received.equals(lowerCaseHex(right))) {
            return Optional.of("the percent-encoding has lower-case hex; it must be upper-case (%2B %2F %3D)");
        }
        if (received.equals(CallSignature.percentEncode(right))) {
            return Optional.of("the signature was percent-encoded twice");
        }
        if (received.equals(Base64.getUrlEncoder().encodeToString(mac))
                || received.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(mac))) {
            return Optional.of("URL-safe Base64 was used; it must be standard Base64, then percent-encoded");
        }
        if (received.toLowerCase(Locale.ROOT).equals(HexFormat.of().formatHex(mac))) {
            return Optional.of("the HMAC was sent in hex; it must be Base64, then percent-encoded");
        }
        return Optional.empty();
    }

    private static String lowerCaseHex(String encoded) {
        return encoded.replace("%2B", "%2b").replace("%2F", "%2f").replace("%3D", "%3d");
    }

    private static String utf8(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
