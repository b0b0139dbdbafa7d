package io.github.iamsmart.formfilling.address;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats a floor as is usual in Hong Kong: 12/F and 12樓, G/F and 地下. */
final class FloorText {

    /**
     * A number with optional letters around it (12, 12A, B1, LG2) or letters alone (G, UG), optionally followed by F or
     * /F.
     */
    private static final Pattern CODE =
            Pattern.compile("([A-Z]{0,2}[0-9]{1,3}[A-EG-Z]?|G|M|B|R|P|UG|LG)\\s*/?(?:F|FL|FLOOR)?\\.?");

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

    private static final Pattern BASEMENT = Pattern.compile("B([0-9]{1,2})");

    private FloorText() {}

    static String english(String floor) {
        Matcher code = CODE.matcher(floor.toUpperCase(Locale.ROOT));
        return code.matches() ? code.group(1) + "/F" : floor;
    }

    static String chinese(String floor) {
        if (ChineseText.isNumeral(floor)) {
            return floor + "樓";
        }
        String upper = floor.toUpperCase(Locale.ROOT);
        Matcher matcher = CODE.matcher(upper);
        String code = matcher.matches() ? matcher.group(1) : upper;
        @Nullable String name = CHINESE_NAMES.get(code);
        if (name != null) {
            return name;
        }
        Matcher basement = BASEMENT.matcher(code);
        if (basement.matches()) {
            return "地庫" + basement.group(1) + "樓";
        }
        return matcher.matches() ? code + "樓" : floor;
    }
}
