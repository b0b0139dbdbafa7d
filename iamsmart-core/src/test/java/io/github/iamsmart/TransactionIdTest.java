package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway's transaction id has no certain form: markup stays as it is, whatever could garble a log does not. */
class TransactionIdTest {

    private static final String UNPRINTABLE = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]";
    private static final int LONGEST = 201;

    static List<String> ids() {
        return List.of(
                "<T=0123456789abcdef0123456789abcdef>",
                "<img src=x onerror=alert(1)>",
                "T1\r\nWARN forged",
                "T1\u2028forged\u2029\u0085\u001b[2K\u202e",
                "T".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aRefusalCarriesItInOneLine(String sent) {
        List<CallReport> reports = new CopyOnWriteArrayList<>();
        IamSmartListener recorder = new IamSmartListener() {
            @Override
            public void onCall(CallReport report) {
                reports.add(report);
            }
        };
        try (StubGateway gateway = new StubGateway();
                IamSmartClient client = gateway.client().listener(recorder).build()) {
            gateway.answer(okJson("{\"txID\":" + quoted(sent) + ",\"code\":\"D20012\"}"));

            GatewayException refusal = catchThrowableOfType(
                    GatewayException.class, () -> client.call(StubGateway.PATH, Map.of(), Map.class));

            assertIsInOneLine(refusal.txId().orElseThrow(), sent);
            assertThat(refusal.getMessage())
                    .contains(refusal.txId().orElseThrow())
                    .doesNotContainPattern(UNPRINTABLE);
            assertThat(reports)
                    .last()
                    .satisfies(report -> assertIsInOneLine(report.txId().orElseThrow(), sent));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aCallbackStoresItInOneLine(String sent) {
        MemoryRequestStore store = new MemoryRequestStore();
        try (FlowWorld world = new FlowWorld(builder -> builder.requestStore(store))) {
            world.accepts("/api/v1/account/stepup/initiateRequest", true);
            RequestOptions options = FlowWorld.options().build();
            world.client.reauthentication().initiate(FlowWorld.token(), options);
            String callback = new String(
                            world.gateway.callback("D80001", """
                    {"businessID":"%s","state":"%s"}""".formatted(
                                    options.businessId(), options.state().value())),
                            UTF_8)
                    .replace("\"00000000000000000000000000000003\"", quoted(sent));

            assertThat(world.client.callbacks().accept(callback.getBytes(UTF_8), null))
                    .isInstanceOf(Accepted.class);

            assertIsInOneLine(
                    store.find(options.businessId())
                            .orElseThrow()
                            .answer()
                            .txId()
                            .orElseThrow(),
                    sent);
        }
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static void assertIsInOneLine(String kept, String sent) {
        assertThat(kept).doesNotContainPattern(UNPRINTABLE).hasSizeLessThanOrEqualTo(LONGEST);
        if (sent.startsWith("<")) {
            assertThat(kept).isEqualTo(sent);
        }
    }
}
