package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.samples.onlineservice.paper.PaperPreview;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The papers themselves, for the browser that they belong to. */
@RestController
@RequestMapping({"/services/signing/{subject}", "/signing/{subject}"})
final class PaperController {

    private final SigningSession session;

    PaperController(SigningSession session) {
        this.session = session;
    }

    @GetMapping("/preview.png")
    ResponseEntity<byte[]> preview(@PathVariable String subject, HttpServletRequest request) throws IOException {
        SigningCase one = find(subject, request);
        if (one.place().subject() == Subject.TERMS) {
            // A text has no pages.
            throw notHere();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(PaperPreview.png(one.paper().file()));
    }

    @GetMapping("/paper")
    ResponseEntity<Resource> paper(@PathVariable String subject, HttpServletRequest request) {
        SigningCase one = find(subject, request);
        return one.place().subject() == Subject.TERMS
                ? download(
                        one.paper().file(),
                        new MediaType("text", "plain", StandardCharsets.UTF_8),
                        "terms-" + one.paper().edition() + ".txt")
                : download(
                        one.paper().file(),
                        MediaType.APPLICATION_PDF,
                        one.paper().edition() + ".pdf");
    }

    @GetMapping("/signed.pdf")
    ResponseEntity<Resource> signed(@PathVariable String subject, HttpServletRequest request) {
        SigningCase one = find(subject, request);
        Path pdf = one.signedPdf().orElseThrow(PaperController::notHere);
        return download(pdf, MediaType.APPLICATION_PDF, one.paper().edition() + "-signed.pdf");
    }

    private SigningCase find(String subject, HttpServletRequest request) {
        Optional<SigningCase> found = session.find(Place.of(subject, request), request);
        // To every other browser the paper does not exist.
        return found.orElseThrow(PaperController::notHere);
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<Resource> download(Path file, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(file));
    }
}
