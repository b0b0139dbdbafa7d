package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bootmatrix.RequestsApplication.Forms;
import io.github.iamsmart.bootmatrix.RequestsApplication.FragileStore;
import io.github.iamsmart.bootmatrix.RequestsApplication.Listener;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What iAM Smart posts, and what anybody else may. */
@RequestsTest
class CallbackTest {

    private static final String JSON = "application/json";
    private static final String EMPTY_200 = "HTTP/1.1 200 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    @Value("${local.server.port}")
    int port;

    @Autowired
    StubGateway gateway;

    @Autowired
    Forms forms;

    @Autowired
    Listener listener;

    @Autowired
    FragileStore store;

    @Autowired
    RequestDelivery delivery;

    @Autowired
    IamSmartClient client;

    private URI application;

    @BeforeEach
    void begin() {
        application = URI.create("http://localhost:" + port);
        listener.events.clear();
    }

    @Test
    void bringsTheResultToHandlersAndListeners() throws InterruptedException {
        FormFiller user = FormFiller.begin(application, gateway, "draft-17");
        assertThat(user.callbackUrl()).isEqualTo(URI.create(application + "/iamsmart/callback/default/results"));

        assertThat(Wire.post(user.callbackUrl(), JSON, user.approval())).isEqualTo(EMPTY_200);

        RequestOutcome<FormFillingResult> outcome = forms.await("draft-17");
        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(listener.events.poll(20, SECONDS)).isNotNull().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(FormFillingApi.KIND);
            assertThat(event.outcome()).isSameAs(outcome);
        });
        assertThat(forms.threads).allMatch(thread -> thread.startsWith("iamsmart-requests"));
    }

    @Test
    void answersTheSameByteForByteWhateverCame() {
        FormFiller user = FormFiller.begin(application, gateway, "same");
        byte[] genuine = user.approval();
        List<String> answers = new ArrayList<>();
        answers.add(Wire.post(user.callbackUrl(), JSON, user.withAnotherState()));
        answers.add(Wire.post(user.callbackUrl(), JSON, user.ofAnotherRequest()));
        answers.add(Wire.post(user.callbackUrl(), JSON, genuine));
        answers.add(Wire.post(user.callbackUrl(), JSON, genuine));
        answers.add(Wire.post(user.callbackUrl(), JSON, new byte[0]));
        answers.add(Wire.post(user.callbackUrl(), JSON, "garbage".getBytes(UTF_8)));
        answers.add(Wire.post(user.callbackUrl(), JSON, "{\"code\":\"D00000\",\"content\":\"????\"}".getBytes(UTF_8)));
        answers.add(Wire.post(user.callbackUrl(), "multipart/form-data", "garbage".getBytes(UTF_8)));
        answers.add(Wire.post(user.callbackUrl(), "multipart/form-data; boundary=b", "--b\r\n".getBytes(UTF_8)));
        answers.add(Wire.post(user.callbackUrl(), "no content type", "a=b&c=%zz".getBytes(UTF_8)));
        answers.add(Wire.post(user.callbackUrl(), "application/x-www-form-urlencoded", "%zz".getBytes(UTF_8)));

        assertThat(answers).containsOnly(EMPTY_200);
    }

    @Test
    void verifiesTheSignatureOfACallbackThatHasOne() throws Exception {
        FormFiller user = FormFiller.begin(application, gateway, "signed");
        byte[] genuine = user.approval();
        long pending = client.requests().count(RequestStatus.PENDING);

        assertThat(Wire.post(user.callbackUrl(), JSON + signed("another secret", genuine), genuine))
                .isEqualTo(EMPTY_200);
        assertThat(client.requests().count(RequestStatus.PENDING)).isEqualTo(pending);

        assertThat(Wire.post(user.callbackUrl(), JSON + signed(gateway.clientSecret(), genuine), genuine))
                .isEqualTo(EMPTY_200);
        assertThat(forms.await("signed")).isInstanceOf(Completed.class);
    }

    /** The five headers, after that which names the type. */
    private String signed(String secret, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        mac.update((gateway.clientId() + "HmacSHA256" + "1795400000000" + "once").getBytes(UTF_8));
        return "\r\nclientid: " + gateway.clientId()
                + "\r\nSignatureMethod: HmacSHA256\r\ntimestamp: 1795400000000\r\nNONCE: once\r\nsignature: "
                + URLEncoder.encode(Base64.getEncoder().encodeToString(mac.doFinal(body)), UTF_8);
    }

    @Test
    void takesTheBytesOfAFormAsTheyCame() throws InterruptedException {
        FormFiller user = FormFiller.begin(application, gateway, "multipart");

        String answer = Wire.post(
                user.callbackUrl(),
                "multipart/form-data; boundary=some-boundary",
                FormFiller.multipart(user.approval(), "some-boundary"));

        assertThat(answer).isEqualTo(EMPTY_200);
        assertThat(forms.await("multipart")).isInstanceOf(Completed.class);
    }

    @Test
    void doesNotBelieveTheContentType() throws InterruptedException {
        FormFiller user = FormFiller.begin(application, gateway, "urlencoded");

        Wire.post(user.callbackUrl(), "application/x-www-form-urlencoded", user.approval());

        assertThat(forms.await("urlencoded")).isInstanceOf(Completed.class);
    }

    @Test
    void handlesADuplicateOnce() throws Exception {
        FormFiller user = FormFiller.begin(application, gateway, "five-times");
        byte[] callback = user.approval();
        Callable<String> post = () -> Wire.post(user.callbackUrl(), JSON, callback);
        ExecutorService twoThreads = Executors.newFixedThreadPool(2);
        try {
            for (Future<String> answer : twoThreads.invokeAll(List.of(post, post, post, post, post))) {
                assertThat(answer.get()).isEqualTo(EMPTY_200);
            }
            forms.await("five-times");
        } finally {
            twoThreads.shutdownNow();
        }

        // What is under way has ended then.
        delivery.stop();
        assertThat(forms.calls("five-times")).isEqualTo(1);
        delivery.start();
    }

    @Test
    void believesACallbackThatOvertakesTheAnswer() throws InterruptedException {
        URI url = URI.create(application + "/iamsmart/callback/default/results");
        List<Boolean> handled = new CopyOnWriteArrayList<>();
        gateway.beforeTheAnswer(request -> {
            Wire.post(url, JSON, FormFiller.approval(gateway, request));
            try {
                // It is handled before the application knows that it has been sent.
                handled.add(forms.awaitCall("overtaken"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            FormFiller.begin(application, gateway, "overtaken");
        } finally {
            gateway.beforeTheAnswer(request -> {});
        }

        assertThat(handled).containsExactly(true);
        assertThat(forms.await("overtaken")).isInstanceOf(Completed.class);
    }

    @Test
    void asksForAGenuineCallbackAgainThatItCannotStore() throws InterruptedException {
        FormFiller user = FormFiller.begin(application, gateway, "stored-later");
        byte[] callback = user.approval();
        store.away = true;
        try {
            assertThat(Wire.post(user.callbackUrl(), JSON, callback)).startsWith("HTTP/1.1 503");
            assertThat(Wire.post(user.callbackUrl(), JSON, "garbage".getBytes(UTF_8)))
                    .isEqualTo(EMPTY_200);
        } finally {
            store.away = false;
        }

        assertThat(Wire.post(user.callbackUrl(), JSON, callback)).isEqualTo(EMPTY_200);
        assertThat(forms.await("stored-later")).isInstanceOf(Completed.class);
    }

    @Test
    void refusesALongBodyBeforeItComes() {
        URI url = URI.create(application + "/iamsmart/callback/default/results");
        String head = Wire.head(url, "POST", "Content-Type: application/json\r\nContent-Length: 65537");

        assertThat(Wire.send(url, head, new byte[0])).startsWith("HTTP/1.1 413").endsWith("\r\n\r\n");
    }

    @Test
    void refusesALongBodyInChunksBeforeItEnds() {
        URI url = URI.create(application + "/iamsmart/callback/default/results");
        String head = Wire.head(url, "POST", "Content-Type: application/json\r\nTransfer-Encoding: chunked");
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";

        assertThat(Wire.send(url, head, chunk.repeat(17).getBytes(UTF_8)))
                .startsWith("HTTP/1.1 413")
                .endsWith("\r\n\r\n");
        assertThat(Wire.send(url, head, (chunk.repeat(16) + "0\r\n\r\n").getBytes(UTF_8)))
                .isEqualTo(EMPTY_200);
    }

    @Test
    void takesNothingButPosts() {
        URI url = URI.create(application + "/iamsmart/callback/default/results");
        for (String method : new String[] {"GET", "HEAD", "PUT", "DELETE", "PATCH"}) {
            assertThat(Wire.send(url, Wire.head(url, method, "X-Nothing: 1"), new byte[0]))
                    .as(method)
                    .startsWith("HTTP/1.1 405")
                    .contains("Allow: POST")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void leavesTheCallbackOfSignInToSpringMvc() {
        Browser browser = new Browser();

        assertThat(browser.get(URI.create(application + "/iamsmart/callback/login"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get(URI.create(application + "/iamsmart/callback/other/results"))
                        .statusCode())
                .isEqualTo(404);
    }
}
