package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.samples.onlineservice.paper.PaperText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands out the application that a browser has submitted. */
@Component
public final class SubmittedPermits {

    private final PermitSession session;
    private final FormViews views;

    SubmittedPermits(PermitSession session, FormViews views) {
        this.session = session;
        this.views = views;
    }

    /** What this browser has submitted; empty if nothing, or it has been forgotten. */
    public Optional<SubmittedPermit> find(HttpServletRequest request) {
        return session.find(request)
                .flatMap(application -> application
                        .receipt()
                        .map(receipt -> new SubmittedPermit(
                                receipt.number(),
                                receipt.stall(),
                                FormViews.inHongKong(receipt.submittedAt()),
                                Hkic.parse(
                                        application.form().get(Field.ID_NUMBER).text()),
                                parts(application.form()))));
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
