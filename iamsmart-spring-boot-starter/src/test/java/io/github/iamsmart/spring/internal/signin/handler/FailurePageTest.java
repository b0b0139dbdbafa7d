package io.github.iamsmart.spring.internal.signin.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.spring.TestRequests;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.PageSettings;
import io.github.iamsmart.spring.internal.page.PageStyle;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.signin.SignInFailure;
import io.github.iamsmart.spring.signin.SignInFailure.Reason;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FailurePageTest {

    private static final URI RETRY =
            URI.create("https://permits.example.gov.hk/iamsmart/login?lang=en-US&returnTo=/a%22b");

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private String page(SignInFailure failure) throws IOException {
        page().onFailure(new MockHttpServletRequest(), response, failure);
        return response.getContentAsString();
    }

    private static FailurePage page() {
        return page(PageSettings.OURS, Captions.ours());
    }

    private static FailurePage page(PageSettings settings, Captions captions) {
        return new FailurePage(new SmallPage(new PageStyle(TestRequests.endpoints(null), settings)), captions);
    }

    private static SignInFailure failure(Reason reason, Language language) {
        return new SignInFailure(reason, Optional.empty(), Optional.empty(), language, RETRY);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasASentenceForEveryReasonInEveryLanguage(Language language) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            for (Reason reason : Reason.values()) {
                SignInFailure failure = failure(reason, language);
                boolean chinese = failure.userMessage().codePoints().anyMatch(Character::isIdeographic);
                assertThat(failure.userMessage()).as(reason.name()).isNotBlank();
                assertThat(chinese).as(reason.name()).isEqualTo(language != Language.EN_US);
            }
        } finally {
            Locale.setDefault(before);
        }
        assertThat(page(failure(Reason.ENDED, language))).contains("<html lang=\"" + language.wireValue() + "\">");
        assertThat(response.getHeader("Content-Language")).isEqualTo(language.wireValue());
    }

    @Test
    void saysWhatTheGatewaysCodeMeans() throws IOException {
        SignInFailure failure = new SignInFailure(
                Reason.FAILED,
                Optional.of(ErrorCode.AUTHENTICATION_TIMED_OUT),
                Optional.empty(),
                Language.EN_US,
                RETRY);

        assertThat(failure.userMessage()).isEqualTo(ErrorCode.AUTHENTICATION_TIMED_OUT.userMessage(Locale.ENGLISH));
        assertThat(page(failure)).contains("D40003");
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void escapesWhateverItShows() throws IOException {
        String page = page(new SignInFailure(
                Reason.FAILED,
                Optional.of(ErrorCode.of("<script>alert('x')</script>")),
                Optional.empty(),
                Language.EN_US,
                RETRY));

        assertThat(page)
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .contains("href=\"https://permits.example.gov.hk/iamsmart/login?lang=en-US&amp;returnTo=/a%22b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<T=0123456789abcdef0123456789abcdef>", "<img src=x onerror=alert(1)>"})
    void showsNothingOfWhatTheGatewaySaysBeyondItsCode(String txId) throws IOException {
        ErrorCode code = ErrorCode.of(txId);
        String page = page(new SignInFailure(
                Reason.UNAVAILABLE,
                Optional.of(code),
                Optional.of(new GatewayException(code, txId, "/api/v1/auth/getToken", txId)),
                Language.EN_US,
                RETRY));

        assertThat(page).doesNotContain("<T=", "<img").containsOnlyOnce("&lt;");
    }

    @Test
    void loadsAndRunsNothing() throws IOException, NoSuchAlgorithmException {
        String page = page(failure(Reason.OTHER_BROWSER, Language.ZH_HK));

        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(style.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .contains("frame-ancestors 'none'");
        assertThat(page).doesNotContain("{{", "src=", "<script", "url(");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
    }

    @Test
    void theApplicationReplacesWordsOneByOne() throws IOException {
        StaticMessageSource messages = new StaticMessageSource();
        Locale hongKong = Language.ZH_HK.locale();
        messages.addMessage("iamsmart.page.sign-in.title", hongKong, "歡迎到墟市's");
        messages.addMessage("iamsmart.page.sign-in.reason.ENDED", hongKong, "已完結");
        FailurePage own = page(PageSettings.OURS, new Captions(messages));

        own.onFailure(new MockHttpServletRequest(), response, failure(Reason.ENDED, Language.ZH_HK));
        assertThat(response.getContentAsString()).contains("<h1>歡迎到墟市&#39;s</h1>", "<p>已完結</p>", "再試一次");

        MockHttpServletResponse english = new MockHttpServletResponse();
        own.onFailure(new MockHttpServletRequest(), english, failure(Reason.ENDED, Language.EN_US));
        assertThat(english.getContentAsString()).contains("<h1>You are not signed in</h1>");
    }

    @ParameterizedTest
    @CsvSource({
        "/css/own.css, /context/css/own.css, '''self'''",
        "https://static.example.gov.hk/a.css, https://static.example.gov.hk/a.css, https://static.example.gov.hk"
    })
    void theApplicationReplacesTheStyle(String style, String href, String source) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContextPath("/context");
        page(new PageSettings(Optional.of(style), Optional.empty()), Captions.ours())
                .onFailure(request, response, failure(Reason.ENDED, Language.EN_US));

        assertThat(response.getContentAsString())
                .contains("<link rel=\"stylesheet\" href=\"" + href + "\">")
                .doesNotContain("<style>");
        assertThat(response.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src " + source + "; font-src " + source + "; ");
    }

    @Test
    void tellsProxiesAndMonitorsWhoseFaultItWas() throws IOException {
        assertThat(status(failure(Reason.DECLINED, Language.EN_US))).isEqualTo(200);
        assertThat(status(failure(Reason.ENDED, Language.EN_US))).isEqualTo(400);
        assertThat(status(failure(Reason.TOO_MANY_ATTEMPTS, Language.EN_US))).isEqualTo(429);
        assertThat(status(new SignInFailure(
                        Reason.UNAVAILABLE,
                        Optional.empty(),
                        Optional.of(new TransportException("refused", false, null)),
                        Language.EN_US,
                        RETRY)))
                .isEqualTo(502);
        for (IamSmartException ours : List.of(
                new ConfigurationException("public-url"),
                new InvalidRequestException("too long"),
                new StoreException("away"))) {
            assertThat(status(new SignInFailure(
                            Reason.UNAVAILABLE, Optional.empty(), Optional.of(ours), Language.EN_US, RETRY)))
                    .as(ours.toString())
                    .isEqualTo(500);
        }
        assertThat(status(refused(ErrorCode.AUTHORIZATION_CODE_INVALID)))
                .as("anybody can write a code into a link")
                .isEqualTo(400);
        assertThat(status(refused(ErrorCode.SCOPE_MISMATCH))).isEqualTo(502);
        assertThat(status(refused(ErrorCode.SIGNING_NOT_PERMITTED)))
                .as("an account that cannot sign is no failure of the gateway")
                .isEqualTo(200);
    }

    private static SignInFailure refused(ErrorCode code) {
        return new SignInFailure(
                Reason.UNAVAILABLE,
                Optional.of(code),
                Optional.of(new GatewayException(code, null, "/api/v1/auth/getToken", null)),
                Language.EN_US,
                RETRY);
    }

    private static int status(SignInFailure failure) throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        page().onFailure(new MockHttpServletRequest(), answer, failure);
        return answer.getStatus();
    }
}
