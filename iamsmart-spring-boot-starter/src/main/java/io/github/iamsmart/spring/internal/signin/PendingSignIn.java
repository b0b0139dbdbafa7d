package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.device.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in whose browser is at iAM Smart: what its cookie remembers.
 *
 * @param returnTo where to go afterwards, a path within the application in ASCII; {@code null} for the usual page
 * @param language the language of the pages
 * @param sameDevice whether the browser is on a phone, where the iAM Smart app is too
 * @param expiresAt when it must be finished, to the millisecond
 */
record PendingSignIn(@Nullable String returnTo, Language language, boolean sameDevice, Instant expiresAt) {

    /** Nodes of two releases run side by side during an update: another number is of another form. */
    private static final int VERSION = 1;

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(expiresAt.toEpochMilli());
            out.writeUTF(language.wireValue());
            out.writeBoolean(sameDevice);
            out.writeUTF(returnTo == null ? "" : returnTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** {@return what {@link #bytes} made; empty if another release made it} */
    static Optional<PendingSignIn> of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            Instant expiresAt = Instant.ofEpochMilli(in.readLong());
            Optional<Language> language = Language.of(in.readUTF());
            boolean sameDevice = in.readBoolean();
            String returnTo = in.readUTF();
            return language.map(
                    known -> new PendingSignIn(returnTo.isEmpty() ? null : returnTo, known, sameDevice, expiresAt));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Does not show the path, which may name a person. */
    @Override
    public String toString() {
        return "PendingSignIn[language=" + language + ", sameDevice=" + sameDevice + ", expiresAt=" + expiresAt + "]";
    }
}
