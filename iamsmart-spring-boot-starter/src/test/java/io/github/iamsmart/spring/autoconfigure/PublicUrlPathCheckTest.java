package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.iamsmart.spring.TestRequests;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class PublicUrlPathCheckTest {

    @ParameterizedTest
    @CsvSource({
        "https://permits.example.gov.hk, /permits, true",
        "https://permits.example.gov.hk/forms, /permits, true",
        "https://permits.example.gov.hk/permits, /permits, false",
        "https://permits.example.gov.hk/online/permits, /permits, false",
        "https://permits.example.gov.hk/permits, '', false",
        "https://permits.example.gov.hk, '', false",
        ", /permits, false"
    })
    void warnsWhereTheContextPathIsNotInThePublicUrl(
            String publicUrl, String contextPath, boolean warned, CapturedOutput output) {
        MockServletContext servletContext = new MockServletContext();
        servletContext.setContextPath(contextPath);
        GenericWebApplicationContext application = new GenericWebApplicationContext(servletContext);
        ApplicationReadyEvent event = mock(ApplicationReadyEvent.class);
        when(event.getApplicationContext()).thenReturn(application);

        new PublicUrlPathCheck(application, TestRequests.endpoints(publicUrl)).onApplicationEvent(event);

        assertThat(output.getOut().contains("callback URLs lead past")).isEqualTo(warned);
    }
}
