package io.github.iamsmart.spring.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.spring.TestRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RefererPathTest {

    private static final EndpointSettings PUBLIC = TestRequests.endpoints("https://permits.example.gov.hk/online");

    private static MockHttpServletRequest from(String referer) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/fill");
        request.addHeader("Referer", referer);
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "https://permits.example.gov.hk/online/form,/form",
        "https://permits.example.gov.hk:443/online/form?a=b%20c,/form?a=b%20c",
        "HTTPS://PERMITS.example.gov.hk/online/,/"
    })
    void isThePageOfTheApplication(String referer, String path) {
        assertThat(RefererPath.of(from(referer), PUBLIC)).hasValue(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/online/form",
                "https://permits.example.gov.hk.evil.example/online/form",
                "https://user@permits.example.gov.hk@evil.example/online/form",
                "http://permits.example.gov.hk/online/form",
                "https://permits.example.gov.hk:8443/online/form",
                "https://permits.example.gov.hk/other/form",
                "https://permits.example.gov.hk/onlineform",
                "https://permits.example.gov.hk/online//evil.example",
                "https://permits.example.gov.hk/online/../../evil",
                "https://permits.example.gov.hk/online/a;jsessionid=1",
                "https://permits.example.gov.hk/online/iamsmart/requests/1/page",
                "//permits.example.gov.hk/online/form",
                "https://permits.example.gov.hk",
                "about:blank",
                "android-app://com.example",
                "/online/form",
                "%",
                ""
            })
    void isNothingElse(String referer) {
        assertThat(RefererPath.of(from(referer), PUBLIC)).isEmpty();
    }

    @Test
    void isUnknownWithoutAHeader() {
        assertThat(RefererPath.of(new MockHttpServletRequest(), PUBLIC)).isEmpty();
    }

    @Test
    void worksOnThisMachineWithoutAPublicUrl() {
        MockHttpServletRequest request = from("http://localhost:8080/stalls/form");
        request.setServerPort(8080);
        request.setContextPath("/stalls");

        assertThat(RefererPath.of(request, TestRequests.endpoints(null))).hasValue("/form");
        request.setServerName("elsewhere.example");
        assertThat(RefererPath.of(request, TestRequests.endpoints(null))).isEmpty();
    }
}
