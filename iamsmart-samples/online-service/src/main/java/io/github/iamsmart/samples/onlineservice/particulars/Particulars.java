package io.github.iamsmart.samples.onlineservice.particulars;

import io.github.iamsmart.identity.Gender;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.VerifiedProfile;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes a verified profile readable. What the user did not give is left out. */
@Component
final class Particulars {

    private final MessageSource messages;

    Particulars(MessageSource messages) {
        this.messages = messages;
    }

    List<Particular> of(VerifiedProfile profile, Locale locale) {
        boolean chineseVerified = profile.chineseNameVerified().orElse(false);
        return Stream.of(
                        line("englishName", profile.englishName().map(name -> name.value()), true),
                        line("chineseName", profile.chineseName().map(name -> name.value()), chineseVerified),
                        line("idNumber", profile.hkic().map(Hkic::masked), true),
                        line("birthDate", profile.birthDate().map(date -> date(date, locale)), true),
                        line("gender", profile.gender().map(gender -> gender(gender, locale)), true))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Particular> line(String key, Optional<String> text, boolean verified) {
        return text.map(shown -> new Particular(key, shown, verified));
    }

    private String date(LocalDate date, Locale locale) {
        String pattern = messages.getMessage("format.date", null, locale);
        return date.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    /** A letter that is not known yet is shown as it came. */
    private String gender(Gender gender, Locale locale) {
        String letter = gender.value();
        return String.valueOf(messages.getMessage("particulars.gender." + letter, null, letter, locale));
    }
}
