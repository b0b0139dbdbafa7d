package io.github.iamsmart.spring.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PageFileControllerTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new PageFileController())
            .addPlaceholderValue("iamsmart.path-prefix", "/iamsmart")
            .build();

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    @ParameterizedTest
    @EnumSource
    void keepsAFileForAYearUnderTheAddressThatPagesHave(PageFile file) throws Exception {
        MockHttpServletResponse response = perform(get("/iamsmart" + file.path()));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo(file.contentType());
        assertThat(response.getContentAsByteArray()).isEqualTo(file.bytes());
        assertThat(response.getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @EnumSource
    void asksWhetherItHasChangedUnderAnyOther(PageFile file) throws Exception {
        for (String query : new String[] {"", "?v=older"}) {
            String path = "/iamsmart" + file.path().replaceFirst("\\?.*", query);
            MockHttpServletResponse response = perform(get(path));
            String tag = String.valueOf(response.getHeader("ETag"));

            assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache");
            assertThat(perform(get(path).header("If-None-Match", tag)).getStatus())
                    .isEqualTo(304);
        }
    }
}
