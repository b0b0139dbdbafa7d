package io.github.iamsmart.samples.onlineservice.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The papers as files: in a folder that only this process's user can read, deleted with what they belong to and in the
 * end all together. A real desk would have its archive here.
 */
@Component
public final class PaperFiles implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PaperFiles.class);

    private static final float DOTS_PER_INCH = 110;

    private final Path folder;

    public PaperFiles() throws IOException {
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

    /** The first page of a PDF as a picture, which every browser shows in the page. */
    public static ResponseEntity<byte[]> picture(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB), "png", png);
            return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png.toByteArray());
        }
    }

    /** A paper to be kept, under a name that tells what it is. */
    public static ResponseEntity<Resource> download(Path file, String name) {
        ContentDisposition kept = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(
                        name.endsWith(".pdf")
                                ? MediaType.APPLICATION_PDF
                                : new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, kept.toString())
                .body(new FileSystemResource(file));
    }

    @Override
    public void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
