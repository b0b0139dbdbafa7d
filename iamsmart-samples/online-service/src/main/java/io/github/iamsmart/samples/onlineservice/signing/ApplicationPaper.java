package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.samples.onlineservice.paper.PaperText;
import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermit;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What stands on an application. */
final class ApplicationPaper {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private ApplicationPaper() {}

    static PaperText of(SubmittedPermit permit) {
        return new PaperText(
                "permit.heading",
                permit.number(),
                List.of(
                        new PaperText.Row("permit.receipt.number", permit.number()),
                        new PaperText.Row(
                                "permit.receipt.time", permit.submittedAt().format(MOMENT) + " (UTC+8)")),
                permit.stall(),
                permit.parts(),
                "sign.paper.declaration");
    }
}
