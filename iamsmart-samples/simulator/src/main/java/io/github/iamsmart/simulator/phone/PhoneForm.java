package io.github.iamsmart.simulator.phone;

import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.request.Decision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the request's screen sends. */
record PhoneForm(Parameters parameters) {
    /** The button of a face check that does not pass. */
    static final String OTHER_FACE = "other-face";

    Optional<String> ticket() {
        return parameters.first("ticket");
    }

    Optional<Decision> decision() {
        return parameters
                .first("decision")
                .map(name -> name.equals(OTHER_FACE) ? "approve" : name)
                .flatMap(Decision::of);
    }

    Optional<String> persona() {
        return parameters.first("persona");
    }

    boolean here() {
        return parameters.first("here").isPresent();
    }

    Language language() {
        return parameters.first("lang").flatMap(Language::of).orElse(Language.EN_US);
    }

    Approval approval() {
        Optional<Set<String>> fields = parameters
                .first("consent")
                .map(asked -> new LinkedHashSet<>(parameters.values().getOrDefault("field", List.of())));
        boolean passed = !parameters.first("decision").equals(Optional.of(OTHER_FACE));
        return new Approval(persona(), fields, passed);
    }
}
