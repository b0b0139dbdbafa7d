package io.github.iamsmart.spring.internal.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.spring.internal.callback.BodyReader.RefusedBodyException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;

@Timeout(60)
class BodyReaderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private long now;
    private final BodyReader reader = new BodyReader(100_000, TIMEOUT, 1, () -> now);

    private void assertRefused(int status, MockHttpServletRequest request) {
        assertThatThrownBy(() -> reader.read(request))
                .isInstanceOfSatisfying(
                        RefusedBodyException.class,
                        refused -> assertThat(refused.status()).isEqualTo(status))
                .hasMessageContaining("see iamsmart.callback.");
    }

    @Test
    void readsABodyOfTheLongestLength() throws Exception {
        byte[] body = new byte[100_000];
        Arrays.fill(body, (byte) 'x');
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(body);

        assertThat(reader.read(request)).isEqualTo(body);
        assertThat(reader.read(new Drip(100_000, 100_000))).isEqualTo(body);
        assertThat(reader.read(new Drip(-1, 100_000))).isEqualTo(body);
        assertThat(reader.read(new Drip(-1, 17))).hasSize(17);
        assertThat(reader.read(new Drip(-1, 0))).isEmpty();
        assertThat(reader.read(new MockHttpServletRequest())).isEmpty();
    }

    @Test
    void readsWhatCameOfABodyThatIsShorterThanAnnounced() throws Exception {
        assertThat(reader.read(new Drip(99_999, 20_000))).hasSize(20_000);
    }

    @Test
    void doesNotTouchABodyThatIsAnnouncedTooLong() {
        Drip request = new Drip(100_001, Integer.MAX_VALUE);

        assertRefused(413, request);
        assertThat(request.read).isZero();
    }

    @Test
    void readsOneByteMoreThanItWantsOfABodyOfUnknownLength() {
        Drip request = new Drip(-1, Integer.MAX_VALUE);

        assertRefused(413, request);
        assertThat(request.read).isEqualTo(100_001);
    }

    @Test
    void refusesABodyThatComesTooSlowly() {
        Drip request = new Drip(1_000, 1_000, () -> now += Duration.ofSeconds(6).toNanos());

        assertRefused(408, request);
        assertThat(request.read).isEqualTo(4);
    }

    @Test
    void aRefusalAndABrokenBodyGiveTheirPlacesBack() throws Exception {
        refusesABodyThatComesTooSlowly();
        readsOneByteMoreThanItWantsOfABodyOfUnknownLength();
        assertThatThrownBy(() -> reader.read(new Drip(1_000, 1_000, () -> {
                    throw new IOException("reset");
                })))
                .hasMessage("reset");

        assertThat(reader.read(new Drip(1_000, 1_000))).hasSize(1_000);
    }

    @Test
    void waitsForAFewAtATimeAndReadsWhatIsHereWhole() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Drip slow = new Drip(2, 2, () -> {
            inside.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        FutureTask<byte[]> first = new FutureTask<>(() -> reader.read(slow));
        Thread thread = new Thread(first);
        thread.setDaemon(true);
        thread.start();
        inside.await();

        assertRefused(503, new Drip(2, 2));
        MockHttpServletRequest whole = new MockHttpServletRequest();
        whole.setContent(new byte[2]);
        assertThat(reader.read(whole)).hasSize(2);
        assertThat(reader.read(new Arrived(2))).hasSize(2);
        assertThat(reader.read(new Arrived(0))).isEmpty();
        go.countDown();
        assertThat(first.get()).hasSize(2);
        assertThat(reader.read(new Drip(2, 2))).hasSize(2);
    }

    @Test
    void waitsForTheEndOfABodyOfTheLongestLengthInItsPlace() throws Exception {
        AtomicReference<Drip> self = new AtomicReference<>();
        Drip longest = new Drip(-1, 100_000, () -> {
            if (self.get().read == 100_000) {
                assertRefused(503, new Drip(2, 2));
            }
        });
        self.set(longest);

        assertThat(reader.read(longest)).hasSize(100_000);
    }

    /** A request whose body came whole, in chunks: at its end nothing is available, and the stream is finished. */
    private static final class Arrived extends MockHttpServletRequest {

        private int left;

        Arrived(int length) {
            this.left = length;
        }

        @Override
        public long getContentLengthLong() {
            return -1;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    if (left == 0) {
                        return -1;
                    }
                    left--;
                    return 'x';
                }

                @Override
                public int available() {
                    return left;
                }

                @Override
                public boolean isFinished() {
                    return left == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** A request whose body comes byte for byte. */
    private static final class Drip extends MockHttpServletRequest {

        private final long announced;
        private final int length;
        private final Step beforeEach;
        private int read;

        Drip(long announced, int length) {
            this(announced, length, () -> {});
        }

        Drip(long announced, int length, Step beforeEach) {
            this.announced = announced;
            this.length = length;
            this.beforeEach = beforeEach;
        }

        @Override
        public long getContentLengthLong() {
            return announced;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() throws IOException {
                    beforeEach.run();
                    if (read == length) {
                        return -1;
                    }
                    read++;
                    return 'x';
                }

                @Override
                public int read(byte[] buffer, int offset, int most) throws IOException {
                    int next = read();
                    if (next < 0) {
                        return -1;
                    }
                    buffer[offset] = (byte) next;
                    return 1;
                }

                @Override
                public boolean isFinished() {
                    return false;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
