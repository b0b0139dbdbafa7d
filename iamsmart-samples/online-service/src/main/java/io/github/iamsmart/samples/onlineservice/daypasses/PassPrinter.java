package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.samples.onlineservice.paper.MarketPaper;
import io.github.iamsmart.samples.onlineservice.paper.PaperText;
import io.github.iamsmart.signing.pdf.PdfSignatureOptions;
import io.github.iamsmart.signing.pdf.PdfSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes passes, ready to be signed. */
@Component
final class PassPrinter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final String HOURS = "17:00 - 23:00";

    private final MarketPaper paper;

    PassPrinter(MarketPaper paper) {
        this.paper = paper;
    }

    List<DayPass> print(PassHolder holder, List<LocalDate> evenings) {
        List<Path> pdfs =
                paper.write(evenings.stream().map(day -> text(holder, day)).toList());
        List<DayPass> passes = new ArrayList<>();
        for (LocalDate day : evenings) {
            passes.add(prepared(number(holder, day), day, pdfs.get(passes.size())));
        }
        return passes;
    }

    // tag::prepare[]
    private static DayPass prepared(String number, LocalDate day, Path pdf) {
        PdfSignatureOptions options = PdfSignatureOptions.builder()
                .reason("Day pass for a stall")
                .location("Hong Kong")
                .stamp(MarketPaper.stamp("day pass", number))
                .build();
        try {
            return DayPass.of(number, day, pdf, new PdfSigner().prepare(pdf, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
    // end::prepare[]

    private static PaperText text(PassHolder holder, LocalDate day) {
        return new PaperText(
                "daypass.name",
                number(holder, day),
                List.of(
                        new PaperText.Row("daypass.number", number(holder, day)),
                        new PaperText.Row("daypass.day", DAY.format(day)),
                        new PaperText.Row("daypass.hours", HOURS)),
                holder.stall(),
                List.of(new PaperText.Part("daypass.holder", holder.rows())),
                "daypass.declaration");
    }

    private static String number(PassHolder holder, LocalDate day) {
        return "KSM-" + holder.stall() + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
