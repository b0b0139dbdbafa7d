package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Locale;

/** Formats a lot as the land register does. */
final class LotText {

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

    /** 92, also for D.D. 92 and sd92. */
    private static String bare(String districtNumber) {
        int second = afterLetter(districtNumber, 0, "DS");
        int number = second > 0 ? afterLetter(districtNumber, second, "D") : 0;
        return districtNumber.substring(number);
    }

    /** {@return the index behind one of the letters, a dot and blanks; 0 if there is none of the letters} */
    private static int afterLetter(String text, int from, String letters) {
        if (from >= text.length() || letters.indexOf(Character.toUpperCase(text.charAt(from))) < 0) {
            return 0;
        }
        int index = from + 1;
        if (index < text.length() && text.charAt(index) == '.') {
            index++;
        }
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static boolean isPlainLot(String type) {
        return List.of("LOT", "LOT NO", "LOT NO.", "地段").contains(type.toUpperCase(Locale.ROOT));
    }

    private static boolean isRemainingPortion(String code) {
        return code.toUpperCase(Locale.ROOT).replace(".", "").equals("RP");
    }
}
