package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A sign-in that begins in the browser inside another app, such as WeChat, asks for the phone's own browser. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "iamsmart.simulator.port=0")
class InAppBrowserTest {

    private static final String WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_2 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.31(0x18001f2e) NetType/4G Language/en";

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    private URI login(String query) {
        return URI.create("http://localhost:" + port + "/iamsmart/login" + query);
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, Please open this page in your browser, Continue here anyway",
        "zh-HK, 請以手機的瀏覽器開啟本頁, 仍在此繼續",
        "zh-CN, 请用手机的浏览器打开本页, 仍在此继续",
    })
    void asksForThePhonesOwnBrowser(String lang, String title, String anyway) {
        HttpResponse<String> page = new Browser(WECHAT).get(login("?lang=" + lang));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Language")).contains(lang);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("<html lang=\"" + lang + "\">", title, anyway)
                .contains("href=\"?anyway=true&amp;lang=" + lang + "\"")
                .doesNotContain("<script", "{{", "http:", "https:");
    }

    @Test
    void beginsTheSignInInTheBrowserThatOpensTheSameAddress() {
        HttpResponse<String> response = new Browser(Browser.PHONE).get(login("?lang=zh-HK&returnTo=/permits"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(Browser.location(response).toString()).startsWith(simulator.baseUrl() + "/api/v1/auth/getQR?");
    }

    @Test
    void goesOnWhereTheUserWantsItAllTheSame() {
        Browser browser = new Browser(WECHAT);
        String page = browser.get(login("?lang=zh-HK&returnTo=/permits%3Fa%3D1%26b%3D2"))
                .body();
        assertThat(page).contains("href=\"?anyway=true&amp;lang=zh-HK&amp;returnTo=%2Fpermits%3Fa%3D1%26b%3D2\"");

        HttpResponse<String> response =
                browser.get(login("?anyway=true&lang=zh-HK&returnTo=%2Fpermits%3Fa%3D1%26b%3D2"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(Browser.location(response).toString()).startsWith(simulator.baseUrl() + "/api/v1/auth/getQR?");
        assertThat(Browser.query(Browser.location(response)))
                .containsEntry("lang", "zh-HK")
                .containsEntry("source", "PC_Browser");
    }

    @Test
    void carriesNothingOfAStrangeAddressOn() {
        String page = new Browser(WECHAT)
                .get(login("?returnTo=https%3A%2F%2Fevil.example%2F&x=%22%3E%3Cscript%3E"))
                .body();

        assertThat(page).doesNotContain("evil.example", "<script", "returnTo");
    }

    @Test
    void leavesWeChatOnAComputerAlone() {
        String windows = "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/107.0.0.0"
                + " Safari/537.36 MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI WindowsWechat";

        assertThat(new Browser(windows).get(login("")).statusCode()).isEqualTo(302);
    }
}
