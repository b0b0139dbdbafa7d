package io.github.iamsmart.internal.callback;

import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.TopLevel;
import io.github.iamsmart.internal.requests.IncomingCallback.OpenedFile;
import io.github.iamsmart.requests.store.AnswerFile;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Opens the file that came with a callback, such as the signatures of a bulk signing. Whether it is encrypted, and what
 * an encrypted one looks like, is not public [?]: text in clear, a sealed frame or the Base64 of one, and an envelope
 * with a sealed content are understood.
 */
final class AttachedFile {

    /** What the Base64 of every sealed frame begins with: the length of the IV. */
    private static final String FRAME = "AAAAD";

    /** And what the frame itself begins with, where the Base64 has been taken off. */
    private static final byte[] FRAME_BYTES = {0, 0, 0, 12};

    private final CallbackKeys keys;

    AttachedFile(CallbackKeys keys) {
        this.keys = keys;
    }

    OpenedFile open(Optional<byte[]> file, String secretKey) {
        return file.map(bytes -> open(bytes, secretKey)).orElse(OpenedFile.NONE);
    }

    private OpenedFile open(byte[] bytes, String secretKey) {
        Optional<byte[]> frame = frame(bytes);
        if (frame.isEmpty()) {
            return new OpenedFile(new AnswerFile(bytes, ""), bytes);
        }
        CallbackKeys.Opened opened = keys.open(frame.get(), secretKey)
                .orElseThrow(() -> new ProtocolException("no trusted key opens its file"));
        return new OpenedFile(new AnswerFile(frame.get(), opened.wrappedKey()), opened.plaintext());
    }

    private static Optional<byte[]> frame(byte[] bytes) {
        if (bytes.length > FRAME_BYTES.length
                && Arrays.equals(bytes, 0, FRAME_BYTES.length, FRAME_BYTES, 0, FRAME_BYTES.length)) {
            return Optional.of(bytes);
        }
        int start = ByteOrderMark.length(bytes);
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
                ? TopLevel.read(bytes, Set.of(), Set.of("content"), "The file of the callback")
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
            throw new ProtocolException("The file of the callback is neither JSON nor Base64.");
        }
    }
}
