package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.identity.Hkic;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a form must hold before it can be submitted. */
@Component
final class FormRules {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final int ADULT = 18;
    private static final int MOST_LINES = 6;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9]([ ()-]*[0-9]){6,14}");

    private final Clock clock;

    FormRules(Clock clock) {
        this.clock = clock;
    }

    /**
     * Finds what is wrong.
     *
     * @return the last word of the text {@code permit.error.<word>}, by field
     */
    Map<Field, String> check(PermitForm form) {
        Map<Field, String> errors = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            error(field, form.get(field)).ifPresent(error -> errors.put(field, error));
        }
        return errors;
    }

    private Optional<String> error(Field field, Entry entry) {
        if (entry.isBlank()) {
            return field.required() ? Optional.of("required") : Optional.empty();
        }
        String text = entry.text();
        if (text.codePointCount(0, text.length()) > field.longest()) {
            return Optional.of("long");
        }
        return switch (field) {
            case ID_NUMBER -> Hkic.parse(text).isPresent() ? Optional.empty() : Optional.of("idNumber");
            case BIRTH_DATE -> birthDate(text);
            case MOBILE -> unless(TELEPHONE.matcher(text).matches(), "mobile");
            case EMAIL -> unless(EMAIL.matcher(text).matches(), "email");
            case ADDRESS, POSTAL_ADDRESS -> unless(text.lines().count() <= MOST_LINES, "lines");
            case STALL -> unless(Stall.free(text).isPresent(), "stall");
            case ENGLISH_NAME, CHINESE_NAME, GOODS -> Optional.empty();
        };
    }

    private Optional<String> birthDate(String text) {
        try {
            LocalDate adult = LocalDate.parse(text).plusYears(ADULT);
            return unless(!adult.isAfter(LocalDate.now(clock.withZone(HONG_KONG))), "adult");
        } catch (DateTimeException e) {
            return Optional.of("date");
        }
    }

    private static Optional<String> unless(boolean good, String error) {
        return good ? Optional.empty() : Optional.of(error);
    }
}
