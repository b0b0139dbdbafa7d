package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Locale;

/**
 * One of the three regions of Hong Kong. An open value: unrecognised text stays readable and is printed as it came.
 *
 * @param value {@code HK}, {@code KLN} or {@code NT}, or the text that was not recognised
 */
public record Region(String value) {

    /** Hong Kong Island, in addresses {@code Hong Kong}, 香港. */
    public static final Region HONG_KONG = new Region("HK");

    /** Kowloon, 九龍. */
    public static final Region KOWLOON = new Region("KLN");

    /** The New Territories, 新界. */
    public static final Region NEW_TERRITORIES = new Region("NT");

    private record Names(Region region, String english, String chinese) {}

    private static final List<Names> NAMES = List.of(
            new Names(HONG_KONG, "Hong Kong", "香港"),
            new Names(KOWLOON, "Kowloon", "九龍"),
            new Names(NEW_TERRITORIES, "New Territories", "新界"));

    /**
     * Recognises a region by its code or its name in either language [W].
     *
     * @param text for example {@code KLN}, {@code Kowloon} or {@code 九龍}
     * @return the constant, or an open value with that text
     */
    public static Region of(String text) {
        String stripped = text.strip();
        return NAMES.stream()
                .filter(names -> names.region.value.equalsIgnoreCase(stripped)
                        || names.english.equalsIgnoreCase(stripped)
                        || names.chinese.equals(stripped))
                .map(Names::region)
                .findFirst()
                .orElseGet(() -> new Region(stripped));
    }

    /**
     * {@return the English name as it ends an address, for example {@code Kowloon}; the value itself if it was not
     * recognised}
     */
    public String english() {
        return NAMES.stream()
                .filter(names -> names.region.equals(this))
                .map(Names::english)
                .findFirst()
                .orElse(value);
    }

    String english(boolean capitals) {
        return capitals ? english().toUpperCase(Locale.ROOT) : english();
    }

    /**
     * {@return the Chinese name as it begins an address, for example {@code 九龍}; the value itself if it was not
     * recognised}
     */
    public String chinese() {
        return NAMES.stream()
                .filter(names -> names.region.equals(this))
                .map(Names::chinese)
                .findFirst()
                .orElse(value);
    }

    /** Shows no part of an address. */
    @Override
    public String toString() {
        return "Region[***]";
    }
}
