package io.github.iamsmart.samples.onlineservice.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The papers as files: in a folder that only this process's user can read, deleted with what they belong to and in the
 * end all together. A real desk would have its archive here.
 */
@Component
public final class PaperFiles implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PaperFiles.class);

    private final Path folder;

    PaperFiles() throws IOException {
        this.folder = Files.createTempDirectory("kite-street-papers-");
    }

    public Path add(byte[] content) {
        try {
            return Files.write(empty(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path empty() throws IOException {
        return Files.createTempFile(folder, "paper-", "");
    }

    public void delete(Stream<Path> files) {
        files.forEach(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                log.warn("A paper could not be deleted; it is tried again when the site stops", e);
            }
        });
    }

    @Override
    public void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
