package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.bootmatrix.RequestsApplication.Forms;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Whoever posts much to the callback, or slowly, stops neither the site nor genuine callbacks. */
@RequestsTest
@Timeout(120)
class LoadTest {

    /** More than the server has threads: Tomcat has 200. */
    private static final int MANY = 230;

    private static final String JSON = "application/json";

    @Value("${local.server.port}")
    int port;

    @Autowired
    StubGateway gateway;

    @Autowired
    Forms forms;

    private URI application;
    private URI callbacks;

    @BeforeEach
    void begin() {
        application = URI.create("http://localhost:" + port);
        callbacks = URI.create(application + "/iamsmart/callback/default/results");
    }

    private void assertTheSiteAnswers() {
        assertThat(new Browser().get(application).statusCode()).isEqualTo(404);
    }

    @Test
    void forgedCallbacksWhileTheKeyApiIsSlow() throws Exception {
        FormFiller user = FormFiller.begin(application, gateway, "while-forged");
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        gateway.beforeTheKey(() -> {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<Socket> forgers = new ArrayList<>();
        try {
            byte[] forged = user.withAnotherState();
            for (int i = 0; i < MANY; i++) {
                forgers.add(open("keep-alive", forged.length, forged));
            }
            asked.await();

            // Nobody gets a new key before this test lets the gateway answer.
            assertTheSiteAnswers();
            assertThat(Wire.post(callbacks, JSON, user.approval())).startsWith("HTTP/1.1 200");
            assertThat(forms.await("while-forged")).isInstanceOf(Completed.class);
            for (Socket forger : forgers) {
                assertThat(Wire.head(forger)).startsWith("HTTP/1.1 200");
            }
            assertThat(answer.getCount()).isEqualTo(1);
        } finally {
            answer.countDown();
            gateway.beforeTheKey(() -> {});
            close(forgers);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep-alive", "close"})
    void bodiesThatNeverEnd(String connection) throws Exception {
        FormFiller user = FormFiller.begin(application, gateway, "while-slow");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                slow.add(open(connection, 1_000, new byte[] {'{'}));
            }

            assertTheSiteAnswers();
            byte[] approval = user.approval();
            try (Socket genuine = open("close", approval.length, approval)) {
                assertThat(Wire.head(genuine)).startsWith("HTTP/1.1 200");
            }
            assertThat(forms.await("while-slow")).isInstanceOf(Completed.class);
        } finally {
            close(slow);
        }
    }

    private Socket open(String connection, int length, byte[] beginning) throws IOException {
        Socket socket = new Socket(callbacks.getHost(), callbacks.getPort());
        String head = Wire.head(callbacks, "POST", "Content-Type: " + JSON + "\r\nContent-Length: " + length)
                .replace("Connection: close", "Connection: " + connection);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(head.getBytes(ISO_8859_1));
        packet.writeBytes(beginning);
        packet.writeTo(socket.getOutputStream());
        return socket;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
