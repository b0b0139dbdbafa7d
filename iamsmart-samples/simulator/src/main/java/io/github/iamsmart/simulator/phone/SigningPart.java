package io.github.iamsmart.simulator.phone;

import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.BulkSigning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a request's screen shows of signing, and of the check before it. */
final class SigningPart {
    private final Pages pages;
    private final Language language;

    SigningPart(Pages pages, Language language) {
        this.pages = pages;
        this.language = language;
    }

    /** Adds it to a page's model, also where nothing is to be signed. */
    void fill(Asked asked, Map<String, Object> model) {
        model.put("signing", List.of());
        model.put("identificationCode", "");
        model.put("documents", List.of());
        model.put("documentCount", "");
        model.put("approve", text(asked.asksForASignature() ? "phone.sign" : "phone.approve"));
        model.put("face", true);
        model.put("checkHint", text("phone.face.hint"));
        model.put("checkPass", text("phone.face.pass"));
        model.put("checkFail", text("phone.face.fail"));
        asked.signing().ifPresent(signing -> one(signing, model));
        asked.bulkSigning().ifPresent(signing -> many(signing, model));
    }

    private void one(Asked.Signing signing, Map<String, Object> model) {
        List<Map<String, Object>> rows = new ArrayList<>();
        signing.department().ifPresent(value -> rows.add(row("department", value)));
        signing.serviceName().ifPresent(value -> rows.add(row("service", value)));
        signing.documentName().ifPresent(value -> rows.add(row("document", value)));
        signing.algorithm().ifPresent(value -> rows.add(row("algorithm", value)));
        model.put("signing", rows);
        model.put("identificationCode", signing.identificationCode());
        stepUp(signing.stepUp(), model);
    }

    /** No identification code is documented for these [?]. */
    private void many(BulkSigning signing, Map<String, Object> model) {
        List<Map<String, Object>> rows = new ArrayList<>();
        signing.department().ifPresent(value -> rows.add(row("department", value)));
        rows.add(row("service", signing.serviceName()));
        rows.add(row("request", signing.requestName()));
        model.put("signing", rows);
        model.put("documentCount", String.valueOf(signing.documents().size()));
        model.put(
                "documents",
                signing.documents().stream()
                        .map(document -> Map.of("documentName", document.name()))
                        .toList());
        stepUp(signing.stepUp(), model);
    }

    private void stepUp(List<String> methods, Map<String, Object> model) {
        if (!methods.isEmpty()) {
            model.put("face", methods.contains("FR"));
            model.put("checkHint", text("phone.stepup." + String.join(".", methods)));
            model.put("checkPass", text("phone.stepup.pass"));
            model.put("checkFail", text("phone.stepup.fail"));
        }
    }

    private Map<String, Object> row(String key, String value) {
        return Map.of("key", key, "label", text("sign." + key), "value", value);
    }

    private String text(String key) {
        return pages.text(language, key);
    }
}
