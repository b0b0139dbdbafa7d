package io.github.iamsmart.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.internal.json.lenient.LenientObject;
import io.github.iamsmart.internal.json.lenient.ResultMembers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the business object of a result to its verified fields. */
final class VerifiedProfileParser {

    private static final Set<String> ELSEWHERE = ResultMembers.union(ResultMembers.FORM_FILLING, ResultMembers.REQUEST);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern PARTIAL_DATE = Pattern.compile("([12][0-9]{3})(?:(?:0[0-9]|1[0-2])(?:00)?)?");

    final @Nullable Hkic hkic;
    final @Nullable EnglishName englishName;
    final @Nullable ChineseName chineseName;
    final @Nullable String chineseNameVerifiedText;
    final @Nullable LocalDate birthDate;
    final @Nullable Year birthYear;
    final @Nullable Gender gender;
    final Map<String, String> unknown;

    private VerifiedProfileParser(LenientObject result) {
        hkic = hkic(result.child("idNo")).orElse(null);
        englishName = result.child("enName")
                .text("UnstructuredName")
                .map(EnglishName::new)
                .orElse(null);
        chineseName =
                result.child("chName").text("ChineseName").map(ChineseName::new).orElse(null);
        chineseNameVerifiedText = result.text("chNameVerified").orElse(null);
        birthDate = result.parsed("birthDate", VerifiedProfileParser::date).orElse(null);
        birthYear = birthDate != null
                ? Year.from(birthDate)
                : year(result.peek("birthDate")).orElse(null);
        gender = result.text("gender").map(Gender::new).orElse(null);
        unknown = result.unknown(ELSEWHERE);
    }

    static VerifiedProfile parse(JsonNode businessObject) {
        return new VerifiedProfile(new VerifiedProfileParser(LenientObject.of(businessObject)));
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

    static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "Y", "YES", "TRUE", "1" -> Optional.of(true);
            case "N", "NO", "FALSE", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
