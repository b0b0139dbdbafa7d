package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Set;
import java.util.TreeSet;

/** The documented values of {@code source}. */
public final class Sources {
    /** The one that is a computer; what opens the app on it is a QR code. */
    public static final String COMPUTER = "PC_Browser";

    private static final Set<String> BROWSERS = Set.of(
            COMPUTER,
            "Android_Chrome",
            "Android_Firefox",
            "Android_Edge",
            "Android_Samsung",
            "Android_Huawei",
            "Android_Xiaomi",
            "iOS_Safari",
            "iOS_Chrome",
            "iOS_Firefox",
            "iOS_Edge",
            "Android_IMS_InAppBrowser",
            "iOS_IMS_InAppBrowser");

    private static final Set<String> APPS = Set.of("App_Scheme", "App_Link", "App_Package");

    private Sources() {}

    /** For getQR, where the values of apps are documented not to belong. */
    public static void checkBrowser(String source) {
        check(source, BROWSERS);
    }

    /** For a request to the gateway, which an app's back end may make too. */
    public static void checkAny(String source) {
        Set<String> all = new TreeSet<>(BROWSERS);
        all.addAll(APPS);
        check(source, all);
    }

    private static void check(String source, Set<String> allowed) {
        if (!allowed.contains(source)) {
            throw Refusal.about(
                    "source",
                    Code.SOURCE,
                    "source is '" + source + "'; it must be one of " + new TreeSet<>(allowed) + ".");
        }
    }
}
