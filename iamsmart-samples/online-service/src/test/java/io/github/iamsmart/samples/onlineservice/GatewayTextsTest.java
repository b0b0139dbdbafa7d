package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the gateway writes is text, never markup, on every page: codes, messages, transaction ids. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"iamsmart.simulator.port=0", "logging.level.io.github.iamsmart=debug"})
class GatewayTextsTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String FORGED = "\r\nWARN forged";

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private IamSmartSimulator simulator;

    private Stallholder stallholder;

    @BeforeEach
    void signIn() throws Exception {
        simulator.reset();
        stallholder = new Stallholder(URI.create("http://localhost:" + port), simulator);
        stallholder.signIn("plus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/services/permit", "/services/particulars", "/services/signing/terms", "/services/day-passes"})
    void aRefusalIsShownEscaped(String start, CapturedOutput output) throws Exception {
        if (start.endsWith("day-passes")) {
            stallholder.apply();
        }
        simulator.inject(Fault.of(FaultKind.ERROR_CODE).code(MARKUP + FORGED).times(0));
        simulator.inject(Fault.of(FaultKind.TX_ID_IN_BRACKETS).times(0));
        int before = output.getAll().length();

        HttpResponse<String> page = stallholder.browser().post(start);

        assertThat(page.body()).doesNotContain("<img src=x", "<img?src=x", "<T=");
        assertThat(output.getAll().substring(before).lines()).noneMatch(line -> line.startsWith("WARN forged"));
        assertThat(output.getAll().substring(before)).contains("<T=");
    }

    @Test
    void aFailureThatACallbackBringsIsShownEscaped(CapturedOutput output) throws Exception {
        String waiting = stallholder.browser().post("/services/permit").uri().getPath();
        simulator.inject(Fault.of(FaultKind.CALLBACK_ERROR_CODE).code(MARKUP + FORGED));
        int before = output.getAll().length();
        String ticket = stallholder.newest().ticketId();
        simulator.approve(ticket);
        simulator.awaitCallback(ticket, Duration.ofSeconds(20));

        HttpResponse<String> page = stallholder.end(waiting);
        HttpResponse<String> state = stallholder.browser().get(waiting.replace("/page", ""));

        assertThat(page.body()).contains("It could not be completed").doesNotContain("<img src=x", "<img?src=x", "<T=");
        assertThat(state.body()).contains("failed").doesNotContain("\n");
        assertThat(state.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(output.getAll().substring(before).lines()).noneMatch(line -> line.startsWith("WARN forged"));
    }
}
