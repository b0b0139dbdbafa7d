package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.BusinessId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * An anonymous request whose browser is at iAM Smart: what its cookie remembers.
 *
 * @param businessId the request
 * @param language the language of the pages
 * @param completed whether the browser has come back, and the result been fetched
 * @param expiresAt when the browser forgets it, to the millisecond
 */
record PendingReturn(BusinessId businessId, Language language, boolean completed, Instant expiresAt) {

    /** Nodes of two releases run side by side during an update: another number is of another form. */
    private static final int VERSION = 1;

    /** {@return this, when the browser has come back} */
    PendingReturn complete() {
        return new PendingReturn(businessId, language, true, expiresAt);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(expiresAt.toEpochMilli());
            out.writeUTF(language.wireValue());
            out.writeBoolean(completed);
            out.writeUTF(businessId.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** {@return what {@link #bytes} made; empty if another release made it} */
    static Optional<PendingReturn> of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            Instant expiresAt = Instant.ofEpochMilli(in.readLong());
            Optional<Language> language = Language.of(in.readUTF());
            boolean completed = in.readBoolean();
            Optional<BusinessId> businessId = BusinessId.parse(in.readUTF());
            return language.flatMap(known -> businessId.map(id -> new PendingReturn(id, known, completed, expiresAt)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
