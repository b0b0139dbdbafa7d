package io.github.iamsmart.internal.identity;

import io.github.iamsmart.error.HkicFormatException;
import io.github.iamsmart.identity.ChineseName;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.Gender;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.internal.json.lenient.LenientObject;
import io.github.iamsmart.internal.json.lenient.ResultReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the verified fields of a result. */
public final class VerifiedProfileReader {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern PARTIAL_DATE = Pattern.compile("([12][0-9]{3})(?:(?:0[0-9]|1[0-2])(?:00)?)?");

    private VerifiedProfileReader() {}

    /**
     * {@return the fields of a result that holds no others}
     *
     * @param json the business object, UTF-8
     */
    public static VerifiedProfile read(byte[] json) {
        return read(ResultReader.read(json), Set.of());
    }

    /**
     * {@return the fields that could be read}
     *
     * @param result the business object of a result
     * @param elsewhere names of members that are read by others
     */
    public static VerifiedProfile read(LenientObject result, Set<String> elsewhere) {
        Optional<LocalDate> birthDate = result.parsed("birthDate", VerifiedProfileReader::date);
        return new VerifiedProfile(
                hkic(result.child("idNo")),
                result.child("enName").text("UnstructuredName").map(EnglishName::new),
                result.child("chName").text("ChineseName").map(ChineseName::new),
                result.text("chNameVerified"),
                birthDate,
                birthDate.map(Year::from).or(() -> year(result.peek("birthDate"))),
                result.text("gender").map(Gender::new),
                result.unknown(elsewhere));
    }

    private static Optional<Hkic> hkic(LenientObject idNo) {
        Optional<String> checkDigit = idNo.peek("CheckDigit");
        Optional<Hkic> hkic = idNo.parsed("Identification", identification -> join(identification, checkDigit));
        if (hkic.isPresent()) {
            idNo.text("CheckDigit");
        }
        return hkic;
    }

    private static Optional<Hkic> join(String identification, Optional<String> checkDigit) {
        try {
            return Optional.of(checkDigit
                    .map(digit -> Hkic.of(identification, digit))
                    .orElseGet(() -> Hkic.ofIdentification(identification)));
        } catch (HkicFormatException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DATE));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Year> year(Optional<String> text) {
        return text.map(PARTIAL_DATE::matcher).filter(Matcher::matches).map(date -> Year.parse(date.group(1)));
    }
}
