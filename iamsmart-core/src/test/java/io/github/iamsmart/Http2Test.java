package io.github.iamsmart;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.SocketGateway.Line;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.signin.AuthorizationCode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a gateway that speaks HTTP/2 did not process is sent again, as a request of its own; nothing else is. */
@Timeout(60)
class Http2Test {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int REFUSED_STREAM = 7;
    private static final int CANCEL = 8;
    private static final int INTERNAL_ERROR = 2;
    private static final byte[] STATUS_200 = {(byte) 0x88};

    private static final TestTls TLS = new TestTls();
    private static final Set<DataOutputStream> GONE = ConcurrentHashMap.newKeySet();

    private final AtomicInteger streams = new AtomicInteger();
    private SocketGateway gateway;
    private IamSmartClient client;

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    /** What the gateway does with a stream whose request it has read. */
    @FunctionalInterface
    private interface Reaction {
        void on(int stream, DataOutputStream out) throws IOException;
    }

    private void gateway(Reaction... inTurn) {
        gateway = SocketGateway.secure(TLS, line -> speak(line, inTurn), "h2");
        client = gateway.client().trustStore(TLS.trust()).build();
    }

    private void speak(Line line, Reaction... inTurn) throws IOException {
        DataInputStream in = new DataInputStream(line.in());
        DataOutputStream out = new DataOutputStream(line.out());
        in.readNBytes(24); // "PRI * HTTP/2.0…"
        frame(out, SETTINGS, 0, 0, new byte[0]);
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            if (in.readNBytes(length).length < length) {
                throw new EOFException();
            }
            if (type == SETTINGS && flags != ACK) {
                frame(out, SETTINGS, ACK, 0, new byte[0]);
            } else if (type == DATA && (flags & END_STREAM) != 0 && !GONE.contains(out)) {
                int turn = streams.getAndIncrement();
                inTurn[Math.min(turn, inTurn.length - 1)].on(stream, out);
            }
        }
    }

    private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        out.write(new byte[] {(byte) (payload.length >> 16), (byte) (payload.length >> 8), (byte) payload.length});
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }

    private static byte[] ints(int... values) {
        byte[] bytes = new byte[values.length * 4];
        ByteBuffer.wrap(bytes).asIntBuffer().put(values);
        return bytes;
    }

    private void answer(int stream, DataOutputStream out) throws IOException {
        frame(out, HEADERS, END_HEADERS, stream, STATUS_200);
        frame(out, DATA, END_STREAM, stream, gateway.good());
    }

    private static Reaction reset(int code) {
        return (stream, out) -> frame(out, RST_STREAM, 0, stream, ints(code));
    }

    /** {@code GOAWAY}: the gateway looks at no stream after this one. */
    private static Reaction goAway(int before) {
        return (stream, out) -> {
            // As it says: what the client sends before it has read this is not looked at.
            GONE.add(out);
            frame(out, GOAWAY, 0, 0, ints(stream - before, 0));
        };
    }

    private String call() {
        return client.call(StubGateway.PATH, Map.of(), String.class);
    }

    @Test
    void speaksHttp2() {
        gateway(this::answer);
        assertThat(call()).isEqualTo("{\"good\":true}");
        assertThat(call()).isEqualTo("{\"good\":true}");
        assertThat(streams).hasValue(2);
        assertThat(gateway.lines()).hasSize(1);
    }

    @Test
    void usesNoConnectionAgainAfterTheTime() {
        gateway(this::answer);
        client.close();
        client = gateway.client()
                .trustStore(TLS.trust())
                .keepAlive(Duration.ZERO)
                .build();
        for (int i = 0; i < 5; i++) {
            assertThat(call()).isEqualTo("{\"good\":true}");
        }
        assertThat(streams).hasValue(5);
        assertThat(gateway.lines()).hasSize(5);
    }

    static Stream<Arguments> notProcessed() {
        return Stream.of(
                Arguments.of("a refused stream", reset(REFUSED_STREAM)),
                Arguments.of("a shutdown before this stream", goAway(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notProcessed")
    void sendsAgainWhatWasNotProcessed(String what, Reaction reaction) {
        gateway(reaction, this::answer);
        assertThat(call()).isEqualTo("{\"good\":true}");
        assertThat(streams).hasValue(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notProcessed")
    void saysThatItDidNotArriveWhereItIsRefusedAgainAndAgain(String what, Reaction reaction) {
        gateway(reaction);
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isFalse());
        assertThat(streams).as("attempts").hasValue(3);
    }

    static Stream<Arguments> perhapsProcessed() {
        return Stream.of(
                Arguments.of("a cancelled stream", reset(CANCEL)),
                Arguments.of("a failed stream", reset(INTERNAL_ERROR)),
                Arguments.of("a shutdown after this stream, and an end", (Reaction) (stream, out) -> {
                    goAway(0).on(stream, out);
                    throw new IOException("ends the connection");
                }),
                Arguments.of("an end", (Reaction) (stream, out) -> {
                    throw new IOException("ends the connection");
                }),
                Arguments.of("an answer that begins, and a refusal", (Reaction) (stream, out) -> {
                    frame(out, HEADERS, END_HEADERS, stream, STATUS_200);
                    frame(out, DATA, 0, stream, "{\"code\"".getBytes(US_ASCII));
                    frame(out, RST_STREAM, 0, stream, ints(REFUSED_STREAM));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("perhapsProcessed")
    void doesNotSendAgainWhatMayHaveBeenProcessed(String what, Reaction reaction) {
        gateway(reaction, this::answer);
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isTrue());
        assertThat(streams).hasValue(1);
    }

    @Test
    void neverSendsAnAuthorizationCodeAgain() {
        gateway(reset(REFUSED_STREAM), this::answer);
        assertThatThrownBy(() -> client.signIn().exchange(AuthorizationCode.of("canary-code")))
                .isInstanceOf(TransportException.class);
        assertThat(streams).hasValue(1);
    }

    @Test
    void usesNoConnectionThatTheGatewayHasShutDown() {
        gateway((stream, out) -> {
            answer(stream, out);
            goAway(0).on(stream, out);
        });
        for (int calls = 1; calls <= 5; calls++) {
            assertThat(call()).isEqualTo("{\"good\":true}");
            assertThat(streams).hasValue(calls);
        }
    }
}
