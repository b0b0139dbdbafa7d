package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.samples.onlineservice.daypasses.DayPass.Standing;
import io.github.iamsmart.samples.onlineservice.daypasses.PassRequest.End;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what became of each pass: of a few, those without a signature first, or of all. */
@Controller
final class PassReportController {

    private static final int FEW = 8;
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final PassSession session;

    PassReportController(PassSession session) {
        this.session = session;
    }

    /**
     * A line of the report.
     *
     * @param reasons why a signature is not good, or what of it was not checked
     */
    record Row(String number, LocalDate day, Standing standing, List<String> reasons) {
        private static Row of(DayPass pass) {
            return new Row(
                    pass.number(),
                    pass.day(),
                    pass.standing(),
                    pass.report().stream()
                            .flatMap(report -> (report.passed() ? report.unchecked() : report.failures()).stream())
                            .map(finding -> finding.reason())
                            .toList());
        }
    }

    @GetMapping(PassController.BASE + "/report")
    String report(@RequestParam(required = false) @Nullable String all, HttpServletRequest request, Model model) {
        Optional<Season> found = session.find(request);
        Optional<End> end = found.flatMap(Season::request).flatMap(PassRequest::end);
        if (end.isEmpty()) {
            return PassController.redirectTo("");
        }
        Season season = found.get();
        List<DayPass> shown = all == null ? few(season) : season.passes();
        model.addAttribute("rows", shown.stream().map(Row::of).toList());
        model.addAttribute("all", season.passes().size());
        for (Standing standing : Standing.values()) {
            model.addAttribute(standing.name(), season.of(standing).size());
        }
        model.addAttribute("unchecked", season.of(Standing.SIGNED).stream().anyMatch(pass -> !pass.isFullyChecked()));
        model.addAttribute("late", end.get().late());
        model.addAttribute("verifiedAt", end.get().at().atZone(HONG_KONG));
        return "daypasses/report";
    }

    private static List<DayPass> few(Season season) {
        return Stream.of(Standing.REJECTED, Standing.MISSING, Standing.SIGNED)
                .flatMap(standing -> season.of(standing).stream())
                .limit(FEW)
                .toList();
    }
}
