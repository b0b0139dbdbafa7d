package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.samples.onlineservice.permit.Entry.Origin;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prepares the form for the templates, in the reader's language. */
@Component
final class FormViews {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final MessageSource messages;

    FormViews(MessageSource messages) {
        this.messages = messages;
    }

    /** A part of the form. */
    record PartView(Field.Group group, List<FieldView> fields) {}

    /**
     * A field of the form.
     *
     * @param shown the value where it cannot be changed; the number of the identity card without its last digits
     * @param error what is wrong, as a sentence
     */
    record FieldView(
            Field field,
            Entry entry,
            String shown,
            @Nullable String error) {
        public boolean locked() {
            return entry.origin() == Origin.VERIFIED;
        }

        public boolean toCheck() {
            return entry.origin() == Origin.FROM_APP;
        }
    }

    /** A choice of the list of stalls. */
    record StallChoice(String value, String text) {}

    List<PartView> parts(PermitForm form, Map<Field, String> errors, Locale locale) {
        return Stream.of(Field.Group.values())
                .map(group -> new PartView(
                        group,
                        Field.of(group).stream()
                                .map(field -> field(field, form.get(field), errors.get(field), locale))
                                .toList()))
                .toList();
    }

    private FieldView field(Field field, Entry entry, @Nullable String error, Locale locale) {
        return new FieldView(
                field,
                entry,
                shown(field, entry.text(), locale),
                error == null ? null : text("permit.error." + error, locale));
    }

    private String shown(Field field, String value, Locale locale) {
        return switch (field) {
            case ID_NUMBER -> Hkic.parse(value).map(Hkic::masked).orElse(value);
            case BIRTH_DATE -> date(value, locale);
            case STALL ->
                Stall.free(value).map(stall -> describe(stall, locale)).orElse(value);
            default -> value;
        };
    }

    private String date(String value, Locale locale) {
        try {
            return LocalDate.parse(value).format(DateTimeFormatter.ofPattern(text("format.date", locale), locale));
        } catch (DateTimeException notYetOne) {
            return value;
        }
    }

    List<StallChoice> stalls(Locale locale) {
        return Stall.FREE.stream()
                .map(stall -> new StallChoice(String.valueOf(stall.number()), describe(stall, locale)))
                .toList();
    }

    private String describe(Stall stall, Locale locale) {
        return text(
                "permit.stall.choice",
                locale,
                stall.number(),
                text("trade." + stall.trade(), locale),
                stall.metres(),
                stall.monthlyFee());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    static ZonedDateTime inHongKong(Instant time) {
        return time.atZone(HONG_KONG);
    }
}
