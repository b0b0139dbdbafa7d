package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.samples.onlineservice.daypasses.DayPass.Standing;
import io.github.iamsmart.samples.onlineservice.daypasses.Season.End;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The passes, and what became of each: of a few, those without a signature first, or of all. */
@Controller
@RequestMapping(PassSigning.BASE)
final class PassPages {

    private static final int FEW = 8;
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final Seasons seasons;

    PassPages(Seasons seasons) {
        this.seasons = seasons;
    }

    /**
     * A line of the report.
     *
     * @param failed the checks that failed
     * @param unchecked the checks of an accepted signature that were not made
     */
    public record Row(String number, LocalDate day, Standing standing, List<Check> failed, List<Check> unchecked) {

        private static Row of(DayPass pass) {
            return new Row(
                    pass.number(),
                    pass.day(),
                    pass.standing(),
                    checks(pass.report().stream().flatMap(report -> report.failures().stream())),
                    checks(pass.report().stream()
                            .filter(report -> report.passed())
                            .flatMap(report -> report.unchecked().stream())));
        }

        private static List<Check> checks(Stream<Finding> findings) {
            return findings.map(Finding::check).toList();
        }
    }

    @GetMapping("/report")
    String report(@RequestParam(required = false) @Nullable String all, HttpServletRequest request, Model model) {
        Optional<Season> found = seasons.find(request);
        Optional<End> end = found.flatMap(Season::end);
        if (end.isEmpty()) {
            return "redirect:" + PassSigning.BASE;
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

    @GetMapping("/preview.png")
    ResponseEntity<byte[]> preview(HttpServletRequest request) throws IOException {
        return PaperFiles.picture(find(request).passes().get(0).file());
    }

    /** The first one, to be read in the browser. */
    @GetMapping("/first.pdf")
    ResponseEntity<Resource> first(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(new FileSystemResource(find(request).passes().get(0).file()));
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

    /** To every other browser the passes do not exist. */
    private Season find(HttpServletRequest request) {
        return seasons.find(request).orElseThrow(PassPages::notHere);
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
