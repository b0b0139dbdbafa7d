package io.github.iamsmart.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.error.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDetectorTest {
    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Mobile Safari/537.36";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    private static final String IPAD = IPHONE.replace("iPhone; CPU iPhone OS", "iPad; CPU OS");

    private final SourceDetector standard = SourceDetector.standard();

    /** Lines of {@code user-agents.txt}: expected source, what it is, header. */
    static List<Arguments> userAgents() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SourceDetectorTest.class.getResourceAsStream("user-agents.txt")), UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", 3))
                    .map(part -> arguments(part[1], part[2], new Source(part[0])))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("userAgents")
    void tells(String what, String userAgent, Source expected) {
        assertThat(standard.detect(userAgent)).isEqualTo(expected);
        assertThat(Source.fromUserAgent(userAgent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Facebook on Android | FACEBOOK",
                "Facebook on Android, WebView | FACEBOOK",
                "Facebook on an iPhone | FACEBOOK",
                "Instagram on Android | INSTAGRAM",
                "Instagram on an iPhone | INSTAGRAM",
                "WeChat on Android | WECHAT",
                "WeChat on an iPhone | WECHAT",
                "WeChat on HarmonyOS | WECHAT",
                "QQ on Android | QQ",
                "QQ on an iPhone | QQ",
                "Weibo on Android | WEIBO",
                "Weibo on an iPhone | WEIBO",
                "Alipay on Android | ALIPAY",
                "Alipay on an iPhone | ALIPAY",
                "DingTalk on an iPhone | DINGTALK",
                "LINE on Android | LINE",
                "LINE on an iPhone | LINE",
            })
    void tellsTheAppWhoseBrowserItIs(String what, InAppBrowser expected) throws IOException {
        String userAgent = (String) userAgents().stream()
                .filter(row -> row.get()[0].equals(what))
                .findFirst()
                .orElseThrow()
                .get()[1];

        assertThat(InAppBrowser.fromUserAgent(userAgent)).contains(expected);
        assertThat(SourceDetector.withInAppBrowserMarker("iAMSmart").inAppBrowser(userAgent))
                .contains(expected);
    }

    @Test
    void takesNoOtherBrowserForOneInsideAnApp() throws IOException {
        Set<String> apps = Set.of("Facebook", "Instagram", "WeChat", "QQ", "Weibo", "Alipay", "DingTalk", "LINE");
        List<Arguments> others = userAgents().stream()
                .filter(row -> !apps.contains(row.get()[0].toString().split(" on ", 2)[0]))
                .toList();

        assertThat(others)
                .hasSizeGreaterThan(60)
                .allSatisfy(row -> assertThat(InAppBrowser.fromUserAgent((String) row.get()[1]))
                        .as((String) row.get()[0])
                        .isEmpty());
        assertThat(InAppBrowser.fromUserAgent(null)).isEmpty();
        assertThat(InAppBrowser.fromUserAgent("MicroMessenger/8")).isEmpty();
        assertThat(InAppBrowser.fromUserAgent("Mozilla/5.0 (iPhone) " + " ".repeat(2_048) + "MicroMessenger/8"))
                .isEmpty();
    }

    @Test
    void isTestedOnEveryBrowserThatHasAName() throws IOException {
        assertThat(userAgents()).hasSizeGreaterThan(75);
        assertThat(userAgents().stream().map(row -> row.get()[2]).distinct())
                .containsExactlyInAnyOrder(
                        Source.PC_BROWSER,
                        Source.ANDROID_CHROME,
                        Source.ANDROID_FIREFOX,
                        Source.ANDROID_EDGE,
                        Source.ANDROID_SAMSUNG,
                        Source.ANDROID_HUAWEI,
                        Source.ANDROID_XIAOMI,
                        Source.IOS_SAFARI,
                        Source.IOS_CHROME,
                        Source.IOS_FIREFOX,
                        Source.IOS_EDGE);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "(",
                ")",
                "((((",
                "()",
                "(Android",
                "(iPhone)",
                "Android Chrome Safari",
                ")(Linux; Android)(",
                "Chrome/1 Safari/1 (Android)",
                "智方便 (Android; 香港)",
                "/ // /// (iPhone) /",
                "\u0000\r\n\t(Android)"
            })
    void takesAnythingElseForADesktop(String userAgent) {
        assertThat(standard.detect(userAgent)).isEqualTo(Source.PC_BROWSER);
    }

    @Test
    void readsTheBeginningOfAVeryLongHeader() {
        assertThat(standard.detect("(".repeat(10_000_000))).isEqualTo(Source.PC_BROWSER);
        assertThat(standard.detect("x/1 ".repeat(2_500_000))).isEqualTo(Source.PC_BROWSER);
        assertThat(standard.detect(ANDROID + " EdgA/1" + " ".repeat(2_048) + "Firefox/1"))
                .isEqualTo(Source.ANDROID_EDGE);
        assertThat(standard.detect(ANDROID + " ".repeat(2_048) + "EdgA/1")).isEqualTo(Source.ANDROID_CHROME);
    }

    @Test
    void neverThrowsWhateverComes() {
        Random random = new Random(20261123);
        String alphabet = "()/; \tAndroidiPhoneChromeSafari.0123456789wv香";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(standard.detect(text.toString())).isNotNull();
        }
    }

    @Test
    void findsTheBrowserInsideTheIamSmartAppByAMarkerOfTheCaller() {
        SourceDetector detector = SourceDetector.withInAppBrowserMarker("Marker/1");

        assertThat(detector.detect(ANDROID + " Marker/1.2")).isEqualTo(Source.ANDROID_IN_APP_BROWSER);
        assertThat(detector.detect(IPHONE + " Marker/1.2")).isEqualTo(Source.IOS_IN_APP_BROWSER);
        assertThat(detector.detect(ANDROID.replace("K)", "K; wv)") + " Marker/1.2"))
                .isEqualTo(Source.ANDROID_IN_APP_BROWSER);
        assertThat(detector.detect(IPAD + " Marker/1.2")).isEqualTo(Source.PC_BROWSER);
        assertThat(detector.detect("Marker/1")).isEqualTo(Source.PC_BROWSER);
        assertThat(detector.detect(null)).isEqualTo(Source.PC_BROWSER);
    }

    @Test
    void aMarkerChangesNothingForOtherBrowsers() throws IOException {
        SourceDetector detector = SourceDetector.withInAppBrowserMarker("Marker/1");

        assertThat(userAgents())
                .allSatisfy(row ->
                        assertThat(detector.detect((String) row.get()[1])).isEqualTo(row.get()[2]));
        assertThat(standard.detect(ANDROID + " Marker/1.2")).isEqualTo(Source.PC_BROWSER);
    }

    @Test
    void refusesABlankMarkerBecauseEveryHeaderContainsIt() {
        assertThatThrownBy(() -> SourceDetector.withInAppBrowserMarker(" "))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SourceDetector.standard()");
    }
}
