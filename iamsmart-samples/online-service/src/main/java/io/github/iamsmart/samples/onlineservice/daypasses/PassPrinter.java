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
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes passes, ready to be signed. */
@Component
final class PassPrinter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    /** Enough with all certificates of a chain; twice as long in the file, and there are many files. */
    private static final int ROOM_FOR_A_SIGNATURE = 12 * 1024;

    private static final String HOURS = "17:00 - 23:00";

    private final MarketPaper paper;

    PassPrinter(MarketPaper paper) {
        this.paper = paper;
    }

    List<DayPass> print(PassHolder holder, List<LocalDate> evenings) {
        List<Path> pdfs =
                paper.write(evenings.stream().map(day -> text(holder, day)).toList());
        return IntStream.range(0, pdfs.size())
                .parallel()
                .mapToObj(i -> prepared(number(holder, evenings.get(i)), evenings.get(i), pdfs.get(i)))
                .toList();
    }

    // tag::prepare[]
    private static DayPass prepared(String number, LocalDate day, Path pdf) {
        PdfSignatureOptions options = PdfSignatureOptions.builder()
                .reason("Day pass for a stall")
                .location("Hong Kong")
                .stamp(MarketPaper.stamp("day pass", number))
                .reservedBytes(ROOM_FOR_A_SIGNATURE)
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
