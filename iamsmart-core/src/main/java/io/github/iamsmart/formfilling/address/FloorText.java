package io.github.iamsmart.formfilling.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats a floor as is usual in Hong Kong: 12/F and 12樓, G/F and 地下, 1-2/F and 1-2樓. */
final class FloorText {

    /** Nothing longer is the code of a floor: it is printed as it came. */
    private static final int LONGEST = 32;

    /** A number with optional letters around it (12, 12A, B1, LG2), or letters alone (G, UG). */
    private static final Pattern CODE = Pattern.compile("[A-Z]{0,2}[0-9０-９]{1,3}[A-EG-Z]?|G|M|B|R|P|UG|LG");

    /** 十二, 十二A. */
    private static final Pattern CHINESE_NUMBER = Pattern.compile("[〇零一二三四五六七八九十百廿卅]{1,8}[A-EG-Z]?");

    /** What may follow a code, the longest first. */
    private static final List<String> FLOOR_WORDS = List.of("FLOOR", "FL", "F", "樓", "楼");

    private static final String TO = "-\u2010\u2011\u2012\u2013\u2014~～至到";
    private static final String AND = "&＆及";
    private static final String COMMA = ",，、";
    private static final String SEPARATORS = TO + AND + COMMA;
    private static final char END = 0;

    private static final Map<String, String> CHINESE_NAMES = Map.ofEntries(
            Map.entry("G", "地下"),
            Map.entry("UG", "高層地下"),
            Map.entry("LG", "低層地下"),
            Map.entry("M", "閣樓"),
            Map.entry("B", "地庫"),
            Map.entry("R", "天台"),
            Map.entry("P", "平台"),
            Map.entry("GROUND FLOOR", "地下"),
            Map.entry("BASEMENT", "地庫"),
            Map.entry("MEZZANINE", "閣樓"),
            Map.entry("ROOF", "天台"),
            Map.entry("PODIUM", "平台"));

    private static final Pattern BASEMENT = Pattern.compile("B[0-9]{1,2}");

    /**
     * One of several floors.
     *
     * @param code without a word for floor
     * @param separator the character between it and the next floor; {@link #END} after the last
     */
    private record Part(String code, char separator) {

        boolean isLast() {
            return separator == END;
        }

        /** {@return the name, which needs no word for floor} */
        Optional<String> chineseName() {
            @Nullable String name = CHINESE_NAMES.get(code);
            return name != null
                    ? Optional.of(name)
                    : Optional.of(code)
                            .filter(text -> BASEMENT.matcher(text).matches())
                            .map(text -> "地庫" + text.substring(1) + "樓");
        }
    }

    private FloorText() {}

    static String english(String floor) {
        List<Part> parts = parts(floor.toUpperCase(Locale.ROOT));
        if (parts.isEmpty()) {
            return floor;
        }
        if (ChineseText.hasHan(parts.get(0).code())) {
            return chinese(parts);
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.code()).append(part.isLast() ? "/F" : separator(part.separator(), "-", " & ", ", "));
        }
        return text.toString();
    }

    static String chinese(String floor) {
        String upper = floor.toUpperCase(Locale.ROOT);
        @Nullable String name = CHINESE_NAMES.get(upper);
        if (name != null) {
            return name;
        }
        List<Part> parts = parts(upper);
        if (parts.isEmpty()) {
            return ChineseText.isNumeral(floor) ? floor + "樓" : floor;
        }
        return chinese(parts);
    }

    /** 1-2樓, 1樓至天台, 地下及1樓. */
    private static String chinese(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Optional<String> name = part.chineseName();
            boolean nextIsNumber =
                    !part.isLast() && parts.get(i + 1).chineseName().isEmpty();
            boolean bothNumbers = name.isEmpty() && nextIsNumber;
            text.append(name.orElseGet(() -> bothNumbers ? part.code() : part.code() + "樓"));
            if (!part.isLast()) {
                text.append(separator(part.separator(), bothNumbers ? "-" : "至", "及", "、"));
            }
        }
        return text.toString();
    }

    private static String separator(char separator, String to, String and, String comma) {
        if (TO.indexOf(separator) >= 0) {
            return to;
        }
        return AND.indexOf(separator) >= 0 ? and : comma;
    }

    /** {@return one floor or several; none if any of them has no code} */
    private static List<Part> parts(String upper) {
        List<Part> parts = new ArrayList<>();
        if (upper.length() > LONGEST) {
            return parts;
        }
        int begin = 0;
        for (int i = 0; i <= upper.length(); i++) {
            boolean atEnd = i == upper.length();
            char separator = atEnd ? END : upper.charAt(i);
            if (atEnd || SEPARATORS.indexOf(separator) >= 0) {
                Optional<String> code = code(upper.substring(begin, i).strip());
                if (code.isEmpty()) {
                    return List.of();
                }
                parts.add(new Part(code.get(), separator));
                begin = i + 1;
            }
        }
        return parts;
    }

    private static Optional<String> code(String text) {
        String withoutDot = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        for (String word : FLOOR_WORDS) {
            if (withoutDot.endsWith(word)) {
                String before = withoutDot.substring(0, withoutDot.length() - word.length());
                String code = before.endsWith("/") ? before.substring(0, before.length() - 1) : before;
                return Optional.of(code.strip()).filter(FloorText::isCode);
            }
        }
        return Optional.of(withoutDot).filter(FloorText::isCode);
    }

    private static boolean isCode(String text) {
        return CODE.matcher(text).matches() || CHINESE_NUMBER.matcher(text).matches();
    }
}
