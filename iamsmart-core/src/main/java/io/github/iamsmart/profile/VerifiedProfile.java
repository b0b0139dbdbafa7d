package io.github.iamsmart.profile;

import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.lenient.ResultMembers;
import io.github.iamsmart.internal.json.lenient.ResultReader;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a person as iAM Smart has verified it.
 *
 * <p>Every field is optional: it is there when it was requested, when the person gave consent, and when the gateway
 * sent something that can be read. A member that cannot be read is absent here and kept as text in {@link #unknown()};
 * nothing in a well-formed answer makes reading fail. Data that the person typed into the app are never in here, they
 * are {@code UnverifiedFormData}.
 *
 * <p>{@link #toString()} names the fields that are present and shows none of them. Immutable and safe for threads.
 */
public final class VerifiedProfile {

    private final @Nullable Hkic hkic;
    private final @Nullable EnglishName englishName;
    private final @Nullable ChineseName chineseName;
    private final @Nullable String chineseNameVerifiedText;
    private final @Nullable LocalDate birthDate;
    private final @Nullable Year birthYear;
    private final @Nullable Gender gender;
    private final Map<String, String> unknown;

    VerifiedProfile(VerifiedProfileParser parsed) {
        this.hkic = parsed.hkic;
        this.englishName = parsed.englishName;
        this.chineseName = parsed.chineseName;
        this.chineseNameVerifiedText = parsed.chineseNameVerifiedText;
        this.birthDate = parsed.birthDate;
        this.birthYear = parsed.birthYear;
        this.gender = parsed.gender;
        this.unknown = parsed.unknown;
    }

    /**
     * Reads the verified fields of a result. Members that belong to form filling are passed over.
     *
     * @param json UTF-8: the business object, or a whole envelope whose {@code content} is that object
     * @return the fields that could be read
     * @throws ProtocolException when this is not one JSON object
     */
    public static VerifiedProfile fromJson(byte[] json) {
        return VerifiedProfileParser.parse(ResultReader.read(json, ResultMembers.FORM_FILLING));
    }

    /**
     * Returns the number of the identity card ({@code idNo} [W]); it has a right check digit.
     *
     * @return the number, if present
     */
    public Optional<Hkic> hkic() {
        return Optional.ofNullable(hkic);
    }

    /**
     * Returns the English name ({@code enName.UnstructuredName} [W]).
     *
     * @return the name, if present
     */
    public Optional<EnglishName> englishName() {
        return Optional.ofNullable(englishName);
    }

    /**
     * Returns the Chinese name ({@code chName.ChineseName} [W]). Ask {@link #chineseNameVerified()} before relying on
     * it: there is a separate flag for it, so it may be unverified although it stands among verified fields.
     *
     * @return the name, if present
     */
    public Optional<ChineseName> chineseName() {
        return Optional.ofNullable(chineseName);
    }

    /**
     * Returns what the gateway says about the Chinese name being verified ({@code chNameVerified} [W]), as it came. The
     * list of its values is not public.
     *
     * @return the text, if present
     */
    public Optional<String> chineseNameVerifiedText() {
        return Optional.ofNullable(chineseNameVerifiedText);
    }

    /**
     * Returns whether the Chinese name is verified. {@code Y}, {@code yes}, {@code true} and {@code 1} are read as
     * true, {@code N}, {@code no}, {@code false} and {@code 0} as false [?], in either case.
     *
     * @return the answer; empty when there is none or its text is another one, see {@link #chineseNameVerifiedText()}
     */
    public Optional<Boolean> chineseNameVerified() {
        return chineseNameVerifiedText().flatMap(VerifiedProfileParser::yesOrNo);
    }

    /**
     * Returns the date of birth ({@code birthDate}, {@code yyyyMMdd} [W]), a date in Hong Kong.
     *
     * @return the date; empty too when the card shows no full date, see {@link #birthYear()}
     */
    public Optional<LocalDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    /**
     * Returns the year of birth. Some cards, of elderly people most of all, show only a year or a year and a month; how
     * the gateway sends such a date is not public. {@code 19450000}, {@code 19450300}, {@code 194503} and {@code 1945}
     * are read [?], and the text stays in {@link #unknown()}.
     *
     * @return the year, if at least that is known
     */
    public Optional<Year> birthYear() {
        return Optional.ofNullable(birthYear);
    }

    /**
     * Returns the sex ({@code gender} [W]).
     *
     * @return the sex, if present
     */
    public Optional<Gender> gender() {
        return Optional.ofNullable(gender);
    }

    /**
     * Members that this version does not know or could not read, as JSON text. Nothing tells whether they are verified.
     *
     * @return path of the member (names joined by dots, for instance {@code idNo.IssueDate}) to its JSON text; they may
     *     hold personal data: do not log them
     */
    public Map<String, String> unknown() {
        return unknown;
    }

    /** Names the fields that are present, without their values. */
    @Override
    public String toString() {
        List<String> present = new ArrayList<>();
        hkic().ifPresent(x -> present.add("hkic"));
        englishName().ifPresent(x -> present.add("englishName"));
        chineseName().ifPresent(x -> present.add("chineseName"));
        chineseNameVerifiedText().ifPresent(x -> present.add("chineseNameVerified"));
        birthDate().ifPresent(x -> present.add("birthDate"));
        gender().ifPresent(x -> present.add("gender"));
        return "VerifiedProfile" + present + (unknown.isEmpty() ? "" : " and " + unknown.size() + " unknown");
    }
}
