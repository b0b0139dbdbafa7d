package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.samples.onlineservice.paper.PaperText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom passes are made out to.
 *
 * @param edition the number of their application; empty text if this site knows none
 * @param stall where they sell
 * @param rows what a pass shows of them and of their stall
 */
public record PassHolder(String edition, String stall, List<PaperText.Row> rows) {

    /** A stall for who has not applied for one. */
    static final String EXAMPLE = "12";

    /** A pass hangs where everybody sees it: no number of an identity card, no birthday, no address. */
    private static final Set<String> PUBLIC =
            Set.of("permit.field.englishName", "permit.field.chineseName", "permit.field.goods");

    static PassHolder of(Optional<PaperText> permit, TokenisedId user) {
        return permit.map(PassHolder::of)
                .orElseGet(() -> new PassHolder(
                        "", EXAMPLE, List.of(new PaperText.Row("daypass.tokenisedId", user.shortened()))));
    }

    private static PassHolder of(PaperText permit) {
        Stream<PaperText.Row> known = permit.parts().stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> PUBLIC.contains(row.label()));
        PaperText.Row application = new PaperText.Row("daypass.application", permit.number());
        return new PassHolder(
                permit.number(),
                permit.stall(),
                Stream.concat(known, Stream.of(application)).toList());
    }

    public boolean isExample() {
        return edition.isEmpty();
    }

    /** Shows nothing of a person. */
    @Override
    public String toString() {
        return "PassHolder[" + stall + "]";
    }
}
