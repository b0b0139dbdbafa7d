package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The QR page for a browser that loads it again, and for a user who wants to go back. */
class QrPageTest {
    @RegisterExtension
    final IamSmartSimulatorExtension fresh = new IamSmartSimulatorExtension();

    private IamSmartSimulator simulator;
    private TestService service;

    @BeforeEach
    void registerAService(IamSmartSimulator running) {
        simulator = running;
        service = new TestService(running);
    }

    @Test
    void goesOnWithoutScriptsWhenItIsLoadedAgain() {
        URI address = service.authorizationUri(Map.of("state", "mine"));
        HttpResponse<byte[]> page = TestService.get(address);
        String cookie = cookie(page);
        assertThat(TestService.text(page)).contains("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>");
        int lines = simulator.log().size();
        assertThat(again(address, cookie).statusCode()).isEqualTo(200);
        assertThat(simulator.requests()).hasSize(1);
        assertThat(simulator.log()).hasSize(lines);

        URI redirect = simulator
                .approve(simulator.requests().get(0).ticketId(), "plus")
                .redirect()
                .orElseThrow();
        HttpResponse<byte[]> after = again(address, cookie);
        assertThat(after.statusCode()).isEqualTo(303);
        assertThat(after.headers().firstValue("Location")).contains(redirect.toString());
    }

    @Test
    void aRequestThatRunsOutWhileThePageIsReloadedGoesBackToo() {
        URI address = service.authorizationUri(Map.of("state", "mine"));
        String cookie = cookie(TestService.get(address));
        simulator.advance(Duration.ofMinutes(19));
        assertThat(again(address, cookie).headers().firstValue("Location").orElseThrow())
                .startsWith(TestService.REDIRECT + "?error_code=");
    }

    @Test
    void isTheSameRequestInAnotherLanguageAndAnotherOneForAnotherState() {
        String cookie = cookie(TestService.get(service.authorizationUri(Map.of("state", "mine"))));
        HttpResponse<byte[]> chinese =
                again(service.authorizationUri(Map.of("state", "mine", "lang", "zh-HK")), cookie);
        assertThat(TestService.text(chinese))
                .contains(
                        "<html lang=\"zh-HK\">",
                        "/phone?ticket=" + simulator.requests().get(0).ticketId() + "&amp;lang=zh-HK");
        assertThat(simulator.requests()).hasSize(1);

        again(service.authorizationUri(Map.of("state", "another")), cookie);
        assertThat(simulator.requests()).hasSize(2);
        again(service.authorizationUri(Map.of("state", "(absent)")), cookie);
        assertThat(simulator.requests()).hasSize(3);
        TestService other = new TestService(simulator);
        again(other.authorizationUri(Map.of("state", "mine")), cookie);
        assertThat(simulator.requests()).hasSize(4);
    }

    @Test
    void offersEveryLanguage() {
        String page = TestService.text(TestService.get(service.authorizationUri(Map.of("lang", "zh-CN"))));
        assertThat(page)
                .contains("data-testid=\"lang-en-US\"", "&amp;lang=zh-HK\"")
                .doesNotContain("lang=zh-CN&amp;lang");
    }

    @Test
    void theUserCancelsAndGoesBack() {
        String ticket = service.openQr("mine");
        HttpResponse<byte[]> back = cancel(ticket);
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location").orElseThrow())
                .startsWith(TestService.REDIRECT + "?error_code=D4")
                .endsWith("&state=mine");
        assertThat(simulator.requests().get(0).status()).isEqualTo("cancelled");
        assertThat(cancel("nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void whoCancelsTooLateGoesWhereTheAnswerLeads() {
        String ticket = service.openQr("mine");
        URI redirect = simulator.approve(ticket, "plus").redirect().orElseThrow();
        assertThat(cancel(ticket).headers().firstValue("Location")).contains(redirect.toString());
        assertThat(simulator.requests().get(0).status()).isEqualTo("approved");
    }

    private HttpResponse<byte[]> cancel(String ticket) {
        return TestService.post(
                URI.create(simulator.baseUrl() + "/qr/cancel"),
                "application/x-www-form-urlencoded",
                "ticket=" + ticket);
    }

    private static String cookie(HttpResponse<byte[]> page) {
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static HttpResponse<byte[]> again(URI address, String cookie) {
        return TestService.exchange(HttpRequest.newBuilder(address)
                .header("Cookie", "other=1; " + cookie)
                .build());
    }
}
