package io.github.iamsmart.bulksigning;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.tracking.SealedAnswer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Keeps the parts of one request in files, as a database would. */
final class FileBulkResultStore implements BulkResultStore {

    private final Path folder;
    private final SortedSet<Integer> sequences = new TreeSet<>();
    private int announced;

    FileBulkResultStore(Path folder) {
        this.folder = folder;
    }

    private Path file(int sequence) {
        return folder.resolve("part" + sequence);
    }

    @Override
    public boolean add(BulkPart part) {
        if (!sequences.add(part.sequence())) {
            return false;
        }
        announced = Math.max(announced, part.announced());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file(part.sequence())))) {
            write(out, part.metadata().content());
            out.writeUTF(part.metadata().wrappedKey());
            write(out, part.signatures().bytes());
            out.writeUTF(part.signatures().wrappedKey());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public Optional<BulkPart> find(BusinessId businessId, int sequence) {
        if (!sequences.contains(sequence)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file(sequence)))) {
            byte[] metadata = in.readNBytes(in.readInt());
            String metadataKey = in.readUTF();
            byte[] signatures = in.readNBytes(in.readInt());
            return Optional.of(new BulkPart(
                    businessId,
                    sequence,
                    announced,
                    new SealedAnswer(ErrorCode.SUCCESS, null, metadataKey, metadata, Instant.EPOCH),
                    new SignatureFile(signatures, in.readUTF()),
                    Instant.MAX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BulkSigningProgress progress(BusinessId businessId) {
        return new BulkSigningProgress(announced, sequences);
    }

    @Override
    public void remove(BusinessId businessId) {
        sequences.clear();
    }
}
