package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.samples.onlineservice.daypasses.DayPass.Standing;
import io.github.iamsmart.samples.onlineservice.paper.PaperPreview;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The passes themselves, for the browser that they belong to. */
@RestController
@RequestMapping(PassController.BASE)
final class PassFilesController {

    private final PassSession session;

    PassFilesController(PassSession session) {
        this.session = session;
    }

    @GetMapping("/preview.png")
    ResponseEntity<byte[]> preview(HttpServletRequest request) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(PaperPreview.png(find(request).passes().get(0).file()));
    }

    /** All, to be read before they are signed. */
    @GetMapping("/day-passes.zip")
    void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send("day-passes.zip", find(request).passes(), response);
    }

    @GetMapping("/day-passes-signed.zip")
    void signed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<DayPass> signed = find(request).of(Standing.SIGNED);
        if (signed.isEmpty()) {
            throw notHere();
        }
        send("day-passes-signed.zip", signed, response);
    }

    private Season find(HttpServletRequest request) {
        // To every other browser the passes do not exist.
        return session.find(request).orElseThrow(PassFilesController::notHere);
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Pass by pass: the archive is never in memory as a whole. */
    private static void send(String name, List<DayPass> passes, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        try (ZipOutputStream archive = new ZipOutputStream(response.getOutputStream())) {
            for (DayPass pass : passes) {
                archive.putNextEntry(new ZipEntry(pass.number() + ".pdf"));
                Files.copy(pass.file(), archive);
                archive.closeEntry();
            }
        }
    }
}
