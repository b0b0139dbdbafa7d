package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats English premises, from the flat to the region. */
final class EnglishPremisesFormat {

    private static final String DIGITS = "0123456789";

    private final Premises premises;
    private final boolean capitals;

    private EnglishPremisesFormat(Premises premises) {
        this.premises = premises;
        this.capitals = EnglishText.isInCapitals(Stream.of(
                premises.subDistrict(),
                premises.buildingName(),
                premises.estate().name(),
                premises.estate().phaseName(),
                premises.street().name(),
                premises.block().descriptor(),
                premises.unit().descriptor()));
    }

    static List<String> lines(Premises premises) {
        return new EnglishPremisesFormat(premises).lines();
    }

    private List<String> lines() {
        Optional<String> region = premises.region().map(r -> r.english(capitals));
        Optional<String> building = premises.buildingName();
        return Stream.of(
                        line(List.of(unit(), floor(), block(), building)),
                        line(List.of(phase(), premises.estate().name().filter(estate -> !same(estate, building)))),
                        line(List.of(lot(), street())),
                        line(List.of(premises.districtName().filter(district -> !same(district, region)), region)))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String line(List<Optional<String>> parts) {
        return parts.stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    private static boolean same(String part, Optional<String> other) {
        return other.filter(part::equalsIgnoreCase).isPresent();
    }

    private Optional<String> unit() {
        return numbered(premises.unit().descriptor(), premises.unit().number(), "Unit");
    }

    private Optional<String> block() {
        Optional<String> number = premises.block().number();
        if (number.filter(EnglishPremisesFormat::isWord).isEmpty()) {
            return numbered(premises.block().descriptor(), number, "Block");
        }
        String descriptor = premises.block().descriptor().orElseGet(() -> EnglishText.added("Block", capitals));
        return number.map(n -> EnglishText.containsWord(n, descriptor) ? n : n + " " + descriptor);
    }

    private Optional<String> numbered(Optional<String> descriptor, Optional<String> number, String usualDescriptor) {
        if (number.isEmpty()) {
            return descriptor;
        }
        String n = number.get();
        String d = descriptor.orElseGet(() -> EnglishText.added(usualDescriptor, capitals));
        if (EnglishText.containsWord(n, d) || ChineseText.hasHan(n)) {
            return number;
        }
        return Optional.of(ChineseText.hasHan(d) ? n + d : d + " " + n);
    }

    private Optional<String> floor() {
        return premises.floorText().map(FloorText::english);
    }

    private Optional<String> phase() {
        Optional<String> name = premises.estate().phaseName().map(this::phase);
        Optional<String> number = premises.estate().phaseNumber().map(this::phase);
        return name.isPresent() && number.isPresent() && !same(name.get(), number)
                ? Optional.of(name.get() + " " + number.get())
                : name.or(() -> number);
    }

    /** Three or more letters that are not a Roman numeral: a direction or a name, which precedes "Wing" or "Tower". */
    private static boolean isWord(String text) {
        return EnglishText.leadingLetters(text, 3) == 3 && !EnglishText.consistsOf(text, "IVXLC");
    }

    /** 2, 2A, II or B. */
    private static boolean isPhaseNumber(String text) {
        int digits = 0;
        while (digits < text.length() && DIGITS.indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        String rest = text.substring(digits);
        boolean oneCharacter = !rest.isEmpty() && rest.length() == Character.charCount(rest.codePointAt(0));
        return digits > 0
                ? rest.isEmpty() || (oneCharacter && Character.isLetter(rest.codePointAt(0)))
                : EnglishText.consistsOf(rest, "IVX") || (oneCharacter && Character.isUpperCase(rest.codePointAt(0)));
    }

    private String phase(String text) {
        return isPhaseNumber(text) ? EnglishText.added("Phase ", capitals) + text : text;
    }

    private Optional<String> street() {
        Optional<String> name = premises.street().name();
        Optional<String> number = premises.street().number();
        if (name.isEmpty() || number.isEmpty()) {
            return name.or(() -> number.map(n -> "No. " + n));
        }
        boolean numberIsInName = name.get().startsWith(number.get() + " ");
        return Optional.of(numberIsInName ? name.get() : number.get() + " " + name.get());
    }

    private Optional<String> lot() {
        return Optional.of(LotText.english(premises.lot(), capitals)).filter(text -> !text.isEmpty());
    }
}
