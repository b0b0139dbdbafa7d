package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import io.github.iamsmart.samples.onlineservice.signing.Place.Subject;
import io.github.iamsmart.samples.onlineservice.signing.Signing.Signed;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The papers, and what the verification of their signatures found: for their signer alone. */
@Controller
@RequestMapping({"/services/signing/{subject}", "/signing/{subject}"})
final class SigningReport {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final Signings signings;

    SigningReport(Signings signings) {
        this.signings = signings;
    }

    @GetMapping("/report")
    String report(@PathVariable String subject, HttpServletRequest request, Model model) {
        Place place = Place.of(subject, request);
        Optional<Signing> found = signings.find(place, request);
        if (found.flatMap(Signing::signed).isEmpty()) {
            return "redirect:" + place.base();
        }
        Signed signed = found.get().signed().orElseThrow();
        boolean named = found.get().namesSigner();
        model.addAttribute("place", place);
        model.addAttribute("conclusion", signed.report().conclusion());
        model.addAttribute("passed", signed.report().passed());
        model.addAttribute("unchecked", unchecked(signed, named));
        model.addAttribute("named", named);
        model.addAttribute("findings", signed.report().findings());
        model.addAttribute("verifiedAt", signed.at().atZone(HONG_KONG));
        model.addAttribute("hasPdf", signed.pdf().isPresent());
        return "signing/report";
    }

    /** What nobody has checked: iAM Smart itself compares the signer. */
    private static List<Check> unchecked(Signed signed, boolean named) {
        return signed.report().unchecked().stream()
                .map(Finding::check)
                .filter(check -> check != Check.HKIC || !named)
                .toList();
    }

    @GetMapping("/preview.png")
    ResponseEntity<byte[]> preview(@PathVariable String subject, HttpServletRequest request) throws IOException {
        return PaperFiles.picture(
                find(subject, request, Subject.APPLICATION).paper().file());
    }

    @GetMapping("/paper")
    ResponseEntity<Resource> paper(@PathVariable String subject, HttpServletRequest request) {
        Signing one = find(subject, request, Place.of(subject, request).subject());
        String edition = one.paper().edition();
        return PaperFiles.download(
                one.paper().file(),
                one.place().subject() == Subject.TERMS ? "terms-" + edition + ".txt" : edition + ".pdf");
    }

    @GetMapping("/signed.pdf")
    ResponseEntity<Resource> signed(@PathVariable String subject, HttpServletRequest request) {
        Signing one = find(subject, request, Subject.APPLICATION);
        Path pdf = one.signedPdf().orElseThrow(SigningReport::notHere);
        return PaperFiles.download(pdf, one.paper().edition() + "-signed.pdf");
    }

    /** A text has no pages. To every other browser the paper does not exist. */
    private Signing find(String subject, HttpServletRequest request, Subject wanted) {
        return signings.find(Place.of(subject, request), request)
                .filter(one -> one.place().subject() == wanted)
                .orElseThrow(SigningReport::notHere);
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
