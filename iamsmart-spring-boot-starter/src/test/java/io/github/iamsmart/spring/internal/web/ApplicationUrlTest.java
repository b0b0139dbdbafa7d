package io.github.iamsmart.spring.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ApplicationUrlTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void thePathIsTheOneThatBrowsersSee() {
        request.setContextPath("/inside");

        assertThat(new ApplicationUrl(null).path(request)).isEqualTo("/inside");
        assertThat(new ApplicationUrl(URI.create("https://permits.example.gov.hk/online")).path(request))
                .isEqualTo("/online");
        assertThat(new ApplicationUrl(URI.create("https://permits.example.gov.hk")).path(request))
                .isEmpty();
    }
}
