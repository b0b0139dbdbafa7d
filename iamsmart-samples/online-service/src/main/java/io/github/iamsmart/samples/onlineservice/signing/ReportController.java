package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows what the verification of the visitor's own signature found. */
@Controller
@RequestMapping({"/services/signing/{subject}", "/signing/{subject}"})
final class ReportController {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final SigningSession session;

    ReportController(SigningSession session) {
        this.session = session;
    }

    @GetMapping("/report")
    String report(@PathVariable String subject, HttpServletRequest request, Model model) {
        Place place = Place.of(subject, request);
        Optional<SigningCase> one = session.find(place, request);
        Optional<Signed> signed = one.flatMap(SigningCase::signed);
        if (signed.isEmpty()) {
            return place.redirectTo("");
        }
        model.addAttribute("place", place);
        model.addAttribute("conclusion", signed.get().report().conclusion());
        model.addAttribute("passed", signed.get().report().passed());
        model.addAttribute("unchecked", unchecked(one.get(), signed.get()));
        model.addAttribute("named", one.get().namesSigner());
        model.addAttribute("findings", signed.get().report().findings());
        model.addAttribute("verifiedAt", signed.get().at().atZone(HONG_KONG));
        model.addAttribute("hasPdf", signed.get().pdf().isPresent());
        return "signing/report";
    }

    /** What nobody has checked: iAM Smart itself compares the signer. */
    private static List<Check> unchecked(SigningCase one, Signed signed) {
        return signed.report().unchecked().stream()
                .map(Finding::check)
                .filter(check -> check != Check.HKIC || !one.namesSigner())
                .toList();
    }
}
