package io.github.iamsmart.formfilling;

import java.text.Normalizer;
import java.util.Optional;
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
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*(?:ext\\.?|x|#|內線|轉)\\s*[0-9]{1,6}$");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\-\\u2010-\\u2015/]");
    private static final Pattern COUNTRY_CODE = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern E164 = Pattern.compile("[1-9][0-9]{6,14}");

    /**
     * {@return the number in the international form of ITU-T E.164, a plus sign and 7 to 15 digits, for example
     * {@code +85291234567}; empty if the input does not yield one}
     *
     * <p>Spaces, hyphens, brackets and an extension are dropped, and full-width digits are accepted. A country code may
     * be written {@code 852}, {@code +852} or {@code 00852}; without one, eight digits that begin with 2 to 9 are taken
     * for a Hong Kong number. A subscriber number that itself begins with a plus sign counts as the whole number. The
     * number is not checked against any numbering plan.
     */
    public Optional<String> e164() {
        String subscriber = subscriberNumber.map(Telephone::compact).orElse("");
        if (subscriber.isEmpty()) {
            return Optional.empty();
        }
        if (subscriber.startsWith("+")) {
            return e164(subscriber.substring(1));
        }
        String national = nationalDestinationCode.map(Telephone::compact).orElse("") + subscriber;
        Optional<String> country = countryCode
                .map(Telephone::compact)
                .map(code -> code.replaceFirst("^(?:\\+|00)", ""))
                .filter(code -> !code.isEmpty())
                .or(() -> Optional.of(HONG_KONG)
                        .filter(code -> HONG_KONG_NUMBER.matcher(national).matches()));
        return country.filter(code -> COUNTRY_CODE.matcher(code).matches()).flatMap(code -> e164(code + national));
    }

    private static Optional<String> e164(String digits) {
        return Optional.of(digits).filter(d -> E164.matcher(d).matches()).map(d -> "+" + d);
    }

    private static String compact(String text) {
        String halfWidth = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        return PUNCTUATION
                .matcher(EXTENSION.matcher(halfWidth).replaceFirst(""))
                .replaceAll("");
    }

    /** Shows no part of the number. */
    @Override
    public String toString() {
        return "Telephone[***]";
    }
}
