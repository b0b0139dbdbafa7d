package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Formats a lot as the land register does. */
final class LotText {

    private static final Pattern DISTRICT_PREFIX = Pattern.compile("(?i)^[DS]\\.?\\s*D\\.?\\s*");

    private LotText() {}

    /** Lot 123 S.A ss.1 RP in D.D. 92. */
    static String english(StructuredLot lot, boolean capitals) {
        StringBuilder text = new StringBuilder();
        lot.lotNumber()
                .ifPresentOrElse(
                        number -> text.append(englishType(lot, capitals))
                                .append(' ')
                                .append(number),
                        () -> lot.lotType().ifPresent(text::append));
        for (StructuredLot.Section section : lot.sections()) {
            section.section().ifPresent(s -> append(text, " ", prefixed("S.", s)));
            section.subsection().ifPresent(s -> append(text, " ", prefixed("ss.", s)));
        }
        lot.extendPortionCode().ifPresent(code -> append(text, " ", code));
        lot.districtNumber()
                .ifPresent(number ->
                        append(text, EnglishText.added(" in ", capitals), englishDistrict(lot) + " " + bare(number)));
        return text.toString();
    }

    private static String englishType(StructuredLot lot, boolean capitals) {
        return lot.lotType().filter(type -> !isPlainLot(type)).orElseGet(() -> EnglishText.added("Lot", capitals));
    }

    private static String englishDistrict(StructuredLot lot) {
        return switch (districtCode(lot)) {
            case "DD" -> "D.D.";
            case "SD" -> "S.D.";
            default -> lot.districtType().orElse("D.D.");
        };
    }

    private static void append(StringBuilder text, String separator, String part) {
        text.append(text.isEmpty() ? "" : separator).append(part);
    }

    private static String prefixed(String prefix, String value) {
        return value.regionMatches(true, 0, prefix, 0, prefix.length()) ? value : prefix + value;
    }

    /** 丈量約份第92約地段第123號A分段第1小分段餘段. */
    static String chinese(StructuredLot lot) {
        StringBuilder text = new StringBuilder();
        lot.districtNumber()
                .ifPresent(number -> text.append(chineseDistrict(lot)).append(ordinal(bare(number), "約")));
        String type = lot.lotType().filter(t -> !isPlainLot(t)).orElse("地段");
        lot.lotNumber()
                .ifPresentOrElse(
                        number -> text.append(type).append(ordinal(number, "號")),
                        () -> lot.lotType().ifPresent(t -> text.append(type)));
        for (StructuredLot.Section section : lot.sections()) {
            section.section().ifPresent(s -> text.append(s.endsWith("分段") ? s : s + "分段"));
            section.subsection().ifPresent(s -> text.append(s.endsWith("小分段") ? s : ordinal(s, "小分段")));
        }
        lot.extendPortionCode().ifPresent(code -> text.append(isRemainingPortion(code) ? "餘段" : code));
        return text.toString();
    }

    private static String chineseDistrict(StructuredLot lot) {
        return switch (districtCode(lot)) {
            case "DD" -> "丈量約份";
            case "SD" -> "測量約份";
            default -> lot.districtType().orElse("丈量約份");
        };
    }

    private static String ordinal(String number, String unit) {
        return number.startsWith("第") ? number : "第" + number + (number.endsWith(unit) ? "" : unit);
    }

    /**
     * {@return the kind of survey district without dots and spaces; a demarcation district if the address does not say}
     */
    private static String districtCode(StructuredLot lot) {
        return lot.districtType().orElse("DD").toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    private static String bare(String districtNumber) {
        return DISTRICT_PREFIX.matcher(districtNumber).replaceFirst("");
    }

    private static boolean isPlainLot(String type) {
        return List.of("LOT", "LOT NO", "LOT NO.", "地段").contains(type.toUpperCase(Locale.ROOT));
    }

    private static boolean isRemainingPortion(String code) {
        return code.toUpperCase(Locale.ROOT).replace(".", "").equals("RP");
    }
}
