package io.github.iamsmart.callback;

import io.github.iamsmart.bulksigning.SignatureFile;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.TopLevel;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the file with signatures of a bulk signing. Whether it is encrypted, and what an encrypted one looks like, is
 * not public [?]: text in clear, the Base64 of a sealed frame, and an envelope with a sealed content are understood.
 */
final class SignatureFiles {

    /** What the Base64 of every sealed frame begins with: the length of the IV. */
    private static final String FRAME = "AAAAD";

    private final CallbackKeys keys;

    SignatureFiles(CallbackKeys keys) {
        this.keys = keys;
    }

    /**
     * A file, and what is in it.
     *
     * @param file as it is kept
     * @param text the signatures in clear
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Read(SignatureFile file, byte[] text) {}

    Read read(byte[] bytes, String secretKey) {
        Optional<byte[]> frame = frame(bytes);
        if (frame.isEmpty()) {
            return new Read(new SignatureFile(bytes, ""), bytes);
        }
        CallbackKeys.Opened opened = keys.open(frame.get(), secretKey)
                .orElseThrow(() -> new ProtocolException("no trusted key opens its signatures"));
        return new Read(new SignatureFile(frame.get(), opened.wrappedKey()), opened.plaintext());
    }

    private static Optional<byte[]> frame(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && isAroundText(bytes[start])) {
            start++;
        }
        if (startsWithFrame(bytes, start)) {
            int end = bytes.length;
            while (isAroundText(bytes[end - 1])) {
                end--;
            }
            return Optional.of(decode(Arrays.copyOfRange(bytes, start, end)));
        }
        return start < bytes.length && bytes[start] == '{'
                ? TopLevel.read(bytes, Set.of(), Set.of("content"), "The file with the signatures")
                        .base64("content")
                : Optional.empty();
    }

    private static boolean isAroundText(byte character) {
        return Character.isWhitespace(character) || character == '"';
    }

    private static boolean startsWithFrame(byte[] bytes, int start) {
        for (int i = 0; i < FRAME.length(); i++) {
            if (start + i >= bytes.length || bytes[start + i] != FRAME.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] decode(byte[] base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("The file with the signatures is neither JSON nor Base64.");
        }
    }
}
