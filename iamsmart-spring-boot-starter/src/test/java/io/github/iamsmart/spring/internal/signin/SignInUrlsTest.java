package io.github.iamsmart.spring.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.TestRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SignInUrlsTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    private static SignInUrls urls(String publicUrl, String successUrl) {
        return new SignInUrls(TestRequests.endpoints(publicUrl), successUrl);
    }

    @Test
    void beginWithThePublicUrlWhateverTheRequestSays() {
        request.setServerName("evil.example");
        request.setContextPath("/internal");
        SignInUrls urls = urls("https://permits.example.gov.hk/online", "/welcome");

        assertThat(urls.target(request, null)).hasToString("https://permits.example.gov.hk/online/welcome");
        assertThat(urls.target(request, "/form")).hasToString("https://permits.example.gov.hk/online/form");
        assertThat(urls.login(request, Language.ZH_CN, "/a?b=c&d"))
                .hasToString(
                        "https://permits.example.gov.hk/online/iamsmart/login?lang=zh-CN&returnTo=%2Fa%3Fb%3Dc%26d");
        assertThat(urls.loginCallback(urls.application(request)))
                .hasToString("https://permits.example.gov.hk/online/iamsmart/callback/login");
        assertThat(urls.directLoginCallback(urls.application(request)))
                .hasToString("https://permits.example.gov.hk/online/iamsmart/callback/direct-login");
    }

    @Test
    void leadElsewhereWhereTheConfigurationSaysSo() {
        assertThat(urls("https://permits.example.gov.hk", "https://www.example.gov.hk/home")
                        .target(request, null))
                .hasToString("https://www.example.gov.hk/home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.0.1", "[::1]", "app.localhost"})
    void comeFromTheRequestOnThisMachine(String host) {
        request.setServerName(host);
        request.setServerPort(8080);
        request.setContextPath("/app");

        assertThat(urls(null, "/").application(request)).hasToString("http://" + host + ":8080/app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.4", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example"})
    void areNotTakenFromARequestByAnyOtherName(String host) {
        request.setServerName(host);
        request.setContextPath("/app");
        SignInUrls urls = urls(null, "/");

        assertThatThrownBy(() -> urls.application(request))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("iamsmart.public-url");
        assertThat(urls.login(request, Language.EN_US, null)).hasToString("/app/iamsmart/login?lang=en-US");
    }
}
