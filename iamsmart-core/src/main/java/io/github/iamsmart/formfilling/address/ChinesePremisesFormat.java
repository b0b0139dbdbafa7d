package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Formats Chinese premises, from the region to the flat. */
final class ChinesePremisesFormat {

    /** Descriptors of shops and stalls take a counter: 5號舖, whereas a flat is 5室. */
    private static final Set<String> COUNTED = Set.of("舖", "鋪", "商舖", "商鋪", "舖位", "檔", "攤檔", "車位");

    private static final String ENDS_OF_BLOCKS = "座樓翼閣";

    private final Premises premises;

    private ChinesePremisesFormat(Premises premises) {
        this.premises = premises;
    }

    static List<String> lines(Premises premises) {
        return new ChinesePremisesFormat(premises).lines();
    }

    private List<String> lines() {
        Optional<String> region = premises.region().map(Region::chinese);
        Optional<String> building = premises.buildingName();
        return Stream.of(
                        line(List.of(region, premises.districtName().filter(district -> !same(district, region)))),
                        line(List.of(street(), lot())),
                        line(List.of(premises.estate().name().filter(estate -> !same(estate, building)), phase())),
                        line(List.of(building, block(), floor(), unit())))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String line(List<Optional<String>> parts) {
        return ChineseText.concatenate(parts.stream().flatMap(Optional::stream).toList());
    }

    private static boolean same(String part, Optional<String> other) {
        return other.filter(part::equalsIgnoreCase).isPresent();
    }

    private Optional<String> street() {
        Optional<String> name = premises.street().name();
        Optional<String> number = premises.street().number().map(n -> n.endsWith("號") ? n : n + "號");
        boolean numberIsInName =
                name.isPresent() && number.isPresent() && name.get().endsWith(number.get());
        return numberIsInName || number.isEmpty()
                ? name
                : Optional.of(ChineseText.concatenate(
                        Stream.concat(name.stream(), number.stream()).toList()));
    }

    private Optional<String> lot() {
        return Optional.of(LotText.chinese(premises.lot())).filter(text -> !text.isEmpty());
    }

    private Optional<String> phase() {
        Optional<String> name = premises.estate().phaseName().map(ChinesePremisesFormat::phase);
        Optional<String> number = premises.estate().phaseNumber().map(ChinesePremisesFormat::phase);
        return name.isPresent() && number.isPresent() && !same(name.get(), number)
                ? Optional.of(ChineseText.concatenate(List.of(name.get(), number.get())))
                : name.or(() -> number);
    }

    private static String phase(String text) {
        return ChineseText.isNumeral(text) ? "第" + text + "期" : text;
    }

    private Optional<String> block() {
        Optional<String> descriptor = premises.block().descriptor();
        Optional<String> number = premises.block().number();
        if (number.isEmpty()) {
            return descriptor;
        }
        boolean complete = descriptor.isEmpty() && endsAsBlock(number.get());
        return complete ? number : Optional.of(joined(number.get(), descriptor.orElse("座"), false));
    }

    private static boolean endsAsBlock(String text) {
        return !text.isEmpty() && ENDS_OF_BLOCKS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private Optional<String> floor() {
        return premises.floorText().map(FloorText::chinese);
    }

    private Optional<String> unit() {
        Optional<String> descriptor = premises.unit().descriptor();
        Optional<String> number = premises.unit().number();
        if (number.isEmpty()) {
            return descriptor;
        }
        boolean complete =
                descriptor.isEmpty() && ChineseText.hasHan(number.get()) && !ChineseText.isNumeral(number.get());
        String d = descriptor.orElse("室");
        return complete ? number : Optional.of(joined(number.get(), d, COUNTED.contains(d)));
    }

    /** A Chinese descriptor follows its number, a Latin one precedes it. */
    private static String joined(String number, String descriptor, boolean counted) {
        if (!ChineseText.hasHan(descriptor)) {
            return EnglishText.containsWord(number, descriptor) ? number : descriptor + " " + number;
        }
        if (number.endsWith(descriptor)) {
            return number;
        }
        return counted && !number.endsWith("號") ? number + "號" + descriptor : number + descriptor;
    }
}
