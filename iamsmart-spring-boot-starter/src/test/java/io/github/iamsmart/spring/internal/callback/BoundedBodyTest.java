package io.github.iamsmart.spring.internal.callback;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BoundedBodyTest {

    @Test
    void readsABodyOfTheLongestLength() throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(new byte[100]);

        assertThat(BoundedBody.read(request, 100))
                .hasValueSatisfying(body -> assertThat(body).hasSize(100));
        assertThat(BoundedBody.read(new MockHttpServletRequest(), 100))
                .hasValueSatisfying(body -> assertThat(body).isEmpty());
    }

    @Test
    void doesNotTouchABodyThatIsAnnouncedTooLong() throws IOException {
        Endless request = new Endless(101);

        assertThat(BoundedBody.read(request, 100)).isEmpty();
        assertThat(request.read).isZero();
    }

    @Test
    void readsOneByteMoreThanItWantsOfABodyOfUnknownLength() throws IOException {
        Endless request = new Endless(-1);

        assertThat(BoundedBody.read(request, 100)).isEmpty();
        assertThat(request.read).isEqualTo(101);
    }

    /** A request whose body never ends. */
    private static final class Endless extends MockHttpServletRequest {

        private final long announced;
        private int read;

        Endless(long announced) {
            this.announced = announced;
        }

        @Override
        public long getContentLengthLong() {
            return announced;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    read++;
                    return 'x';
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
                public void setReadListener(jakarta.servlet.ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
