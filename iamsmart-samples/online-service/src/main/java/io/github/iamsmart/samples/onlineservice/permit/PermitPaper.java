package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.samples.onlineservice.paper.PaperText;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An application that was submitted, as it is written down to be signed. */
@Component
public final class PermitPaper {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private final FormViews views;

    PermitPaper(FormViews views) {
        this.views = views;
    }

    public PaperText of(Permit permit) {
        Receipt receipt = permit.receipt().orElseThrow();
        String submitted = FormViews.inHongKong(receipt.submittedAt()).format(MOMENT) + " (UTC+8)";
        return new PaperText(
                "permit.heading",
                receipt.number(),
                List.of(
                        new PaperText.Row("permit.receipt.number", receipt.number()),
                        new PaperText.Row("permit.receipt.time", submitted)),
                receipt.stall(),
                parts(permit.form()),
                "sign.paper.declaration");
    }

    /** The paper speaks English and Chinese, whoever looks at it: dates and amounts are written once. */
    private List<PaperText.Part> parts(PermitForm form) {
        return views.parts(form, Map.of(), Locale.ENGLISH).stream()
                .map(part -> new PaperText.Part(
                        "permit.part." + part.group(),
                        part.fields().stream()
                                .filter(view -> !view.entry().isBlank())
                                .map(view -> new PaperText.Row(
                                        "permit.field." + view.field().key(), view.shown(), view.locked()))
                                .toList()))
                .toList();
    }
}
