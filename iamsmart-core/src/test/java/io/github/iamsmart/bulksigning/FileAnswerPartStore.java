package io.github.iamsmart.bulksigning;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.SealedAnswer;
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
final class FileAnswerPartStore implements AnswerPartStore {

    private final Path folder;
    private final SortedSet<Integer> sequences = new TreeSet<>();
    private int announced;

    FileAnswerPartStore(Path folder) {
        this.folder = folder;
    }

    private Path file(int sequence) {
        return folder.resolve("part" + sequence);
    }

    @Override
    public boolean add(AnswerPart part) {
        if (!sequences.add(part.number())) {
            return false;
        }
        announced = Math.max(announced, part.total());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file(part.number())))) {
            write(out, part.content().content());
            out.writeUTF(part.content().wrappedKey());
            write(out, part.file().bytes());
            out.writeUTF(part.file().wrappedKey());
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
    public Optional<AnswerPart> find(BusinessId businessId, int sequence) {
        if (!sequences.contains(sequence)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file(sequence)))) {
            byte[] metadata = in.readNBytes(in.readInt());
            String metadataKey = in.readUTF();
            byte[] signatures = in.readNBytes(in.readInt());
            return Optional.of(new AnswerPart(
                    businessId,
                    sequence,
                    announced,
                    new SealedAnswer(ErrorCode.SUCCESS, null, metadataKey, metadata, Instant.EPOCH),
                    new AnswerFile(signatures, in.readUTF()),
                    Instant.MAX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public AnswerProgress progress(BusinessId businessId) {
        return new AnswerProgress(announced, sequences);
    }

    @Override
    public void remove(BusinessId businessId) {
        sequences.clear();
    }
}
