package io.github.iamsmart.identity;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The identity of a person as verified by iAM Smart.
 *
 * <p>Every field is optional: it is present if it was requested, the user consented, and the gateway sent a readable
 * value. A member that cannot be read is absent here and kept as text in {@link #unknown()}; nothing in a well-formed
 * answer makes reading fail. Data that the user typed into the app never appears here; it is
 * {@code UnverifiedFormData}.
 *
 * <p>{@link #toString()} names the fields that are present, but shows no values. Immutable and thread-safe.
 *
 * @param hkic the identity card number ({@code idNo} [W]); its check digit is correct
 * @param englishName the English name ({@code enName.UnstructuredName} [W])
 * @param chineseName the Chinese name ({@code chName.ChineseName} [W]). Check {@link #chineseNameVerified()} before
 *     relying on it: it has a separate flag, so it may be unverified although it is among verified fields
 * @param chineseNameVerifiedText what the gateway says about the verification of the Chinese name
 *     ({@code chNameVerified} [W]), as it came; the list of its values is not public
 * @param birthDate the date of birth ({@code birthDate}, {@code yyyyMMdd} [W]), a date in Hong Kong; also empty where
 *     the card shows no full date, see {@link #birthYear()}
 * @param birthYear the year of birth. Some cards, mostly those of elderly people, show only a year or a year and a
 *     month; how the gateway sends such a date is not public. {@code 19450000}, {@code 19450300}, {@code 194503} and
 *     {@code 1945} are read [?], and the text stays in {@link #unknown()}
 * @param gender the sex ({@code gender} [W])
 * @param unknown members that this version does not know or could not read: path of the member (names joined by dots,
 *     for example {@code idNo.IssueDate}) to its JSON text. They may or may not be verified. They may hold personal
 *     data: do not log them
 */
public record VerifiedProfile(
        Optional<Hkic> hkic,
        Optional<EnglishName> englishName,
        Optional<ChineseName> chineseName,
        Optional<String> chineseNameVerifiedText,
        Optional<LocalDate> birthDate,
        Optional<Year> birthYear,
        Optional<Gender> gender,
        Map<String, String> unknown) {

    /**
     * Copies the unknown members.
     *
     * @param hkic the identity card number
     * @param englishName the English name
     * @param chineseName the Chinese name
     * @param chineseNameVerifiedText what the gateway says about the verification of the Chinese name
     * @param birthDate the date of birth
     * @param birthYear the year of birth
     * @param gender the sex
     * @param unknown all other members
     */
    public VerifiedProfile {
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /**
     * {@return whether the Chinese name is verified; empty if the gateway did not say, or sent another text, see
     * {@link #chineseNameVerifiedText()}} {@code Y}, {@code yes}, {@code true} and {@code 1} are read as true,
     * {@code N}, {@code no}, {@code false} and {@code 0} as false [?], regardless of case.
     */
    public Optional<Boolean> chineseNameVerified() {
        return chineseNameVerifiedText.flatMap(VerifiedProfile::yesOrNo);
    }

    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "Y", "YES", "TRUE", "1" -> Optional.of(true);
            case "N", "NO", "FALSE", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Names the fields that are present, without their values. */
    @Override
    public String toString() {
        List<String> present = new ArrayList<>();
        hkic.ifPresent(x -> present.add("hkic"));
        englishName.ifPresent(x -> present.add("englishName"));
        chineseName.ifPresent(x -> present.add("chineseName"));
        chineseNameVerifiedText.ifPresent(x -> present.add("chineseNameVerified"));
        birthDate.ifPresent(x -> present.add("birthDate"));
        gender.ifPresent(x -> present.add("gender"));
        return "VerifiedProfile" + present + (unknown.isEmpty() ? "" : " and " + unknown.size() + " unknown");
    }
}
