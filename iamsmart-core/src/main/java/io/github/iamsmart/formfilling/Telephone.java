package io.github.iamsmart.formfilling;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A telephone number that the user typed into the app [D]. Its parts are kept as they came.
 *
 * @param countryCode {@code CountryCode}, for example {@code 852}
 * @param nationalDestinationCode {@code NationalDestinationCode}, the area code, where a country has one
 * @param subscriberNumber {@code SubscriberNumber}
 */
public record Telephone(
        Optional<String> countryCode, Optional<String> nationalDestinationCode, Optional<String> subscriberNumber) {

    private static final String HONG_KONG = "852";
    private static final Pattern HONG_KONG_NUMBER = Pattern.compile("[2-9][0-9]{7}");
    private static final Pattern COUNTRY_CODE = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern E164 = Pattern.compile("[1-9][0-9]{6,14}");

    /**
     * The longest numbers in the plans of countries from which many people come; what is longer holds the country code
     * twice, or more. In none of them does a number begin with a zero.
     */
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("853", 8),
            Map.entry("886", 9),
            Map.entry("86", 11),
            Map.entry("44", 10),
            Map.entry("1", 10),
            Map.entry("60", 10),
            Map.entry("61", 10),
            Map.entry("62", 12),
            Map.entry("63", 10),
            Map.entry("65", 8),
            Map.entry("66", 9),
            Map.entry("81", 10),
            Map.entry("84", 10),
            Map.entry("91", 10));

    /** Countries in which a number keeps its leading zero; elsewhere it is dialled at home only. */
    private static final Set<String> WITH_LEADING_ZERO = Set.of("39", "378", "225", "241", "242");

    /**
     * {@return the number in the international form of ITU-T E.164, a plus sign and 7 to 15 digits, for example
     * {@code +85291234567}; empty if the input does not yield one}
     *
     * <p>Blanks, hyphens, brackets, dots and an extension that a word announces ({@code ext. 12}) are dropped, and
     * full-width digits are accepted; with anything else in it, such as letters, a slash or digits of other scripts,
     * there is no number. A country code may be written {@code 852}, {@code +852} or {@code 00852}; without one, eight
     * digits that begin with 2 to 9 are taken for a Hong Kong number. With 852, exactly such a number is expected:
     * longer input holds an extension, a second number or the country code again. A subscriber number that itself
     * begins with a plus sign counts as the whole number. For some other countries, a number that is longer than any of
     * theirs is refused too; beyond that, it is not checked against any numbering plan.
     */
    public Optional<String> e164() {
        Optional<DialledNumber> subscriber =
                subscriberNumber.map(DialledNumber::withoutExtension).flatMap(DialledNumber::read);
        if (subscriber.map(DialledNumber::digits).orElse("").isEmpty()) {
            return Optional.empty();
        }
        DialledNumber number = subscriber.get();
        if (number.international()) {
            return international(number.digits());
        }
        Optional<DialledNumber> area = DialledNumber.read(nationalDestinationCode.orElse(""));
        if (area.isEmpty() || area.get().international()) {
            return Optional.empty();
        }
        String national = area.get().digits() + number.digits();
        return country(national)
                .filter(code -> !national.startsWith("0") || WITH_LEADING_ZERO.contains(code))
                .flatMap(code -> international(code + national));
    }

    /** {@return the country code; where none came, that of Hong Kong if the number could be one of its} */
    private Optional<String> country(String national) {
        Optional<DialledNumber> code = DialledNumber.read(countryCode.orElse(""));
        if (code.isPresent() && code.get().digits().isEmpty()) {
            return Optional.of(HONG_KONG)
                    .filter(any -> HONG_KONG_NUMBER.matcher(national).matches());
        }
        return code.map(number ->
                        number.digits().startsWith("00") ? number.digits().substring(2) : number.digits())
                .filter(digits -> COUNTRY_CODE.matcher(digits).matches());
    }

    /** No country code begins with another one. */
    private static boolean isPossible(String digits) {
        return LONGEST.entrySet().stream()
                .filter(country -> digits.startsWith(country.getKey()))
                .allMatch(country -> digits.length() <= country.getKey().length() + country.getValue()
                        && !digits.startsWith("0", country.getKey().length()));
    }

    private static Optional<String> international(String digits) {
        boolean elsewhere = !digits.startsWith(HONG_KONG);
        return Optional.of(digits)
                .filter(all -> E164.matcher(all).matches() && isPossible(all))
                .filter(all -> elsewhere
                        || HONG_KONG_NUMBER
                                .matcher(all.substring(HONG_KONG.length()))
                                .matches())
                .map(all -> "+" + all);
    }

    /** Shows no part of the number. */
    @Override
    public String toString() {
        return "Telephone[***]";
    }
}
