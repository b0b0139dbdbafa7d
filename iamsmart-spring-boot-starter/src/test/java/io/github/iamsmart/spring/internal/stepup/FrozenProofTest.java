package io.github.iamsmart.spring.internal.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.requests.BusinessId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a session keeps of re-authentications, as the first release stored it. See {@code FrozenSessionTest}. */
class FrozenProofTest {

    private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");
    private static final Proof PROOF = Proof.of("default", "user:digest", NOW);
    private static final PendingProof PENDING =
            PendingProof.of("reference", "/vault", NOW).sent(new BusinessId("business-id"), "user:digest");

    @Test
    void aProofIsRead() throws Exception {
        assertThat(frozen("proof.ser", PROOF)).isEqualTo(PROOF);
    }

    @Test
    void aPendingProofIsRead() throws Exception {
        assertThat(frozen("pending-proof.ser", PENDING)).isEqualTo(PENDING);
    }

    @Test
    void aProofCountsForItsUserAndClientUntilItIsOld() {
        Duration within = Duration.ofMinutes(5);

        assertThat(PROOF.counts("default", "user:digest", NOW.plusSeconds(299), within))
                .isTrue();
        assertThat(PROOF.counts("default", "user:digest", NOW.plusSeconds(300), within))
                .isFalse();
        assertThat(PROOF.counts("default", "user:other", NOW, within)).isFalse();
        assertThat(PROOF.counts("other", "user:digest", NOW, within)).isFalse();
    }

    private static Object frozen(String file, Object now) throws IOException, ClassNotFoundException {
        if ("write".equals(System.getProperty("iamsmart.frozen"))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(now);
            }
            Files.write(Path.of("src/test/resources/io/github/iamsmart/spring/security", file), bytes.toByteArray());
        }
        try (InputStream stored =
                        FrozenProofTest.class.getResourceAsStream("/io/github/iamsmart/spring/security/" + file);
                ObjectInputStream in = new ObjectInputStream(stored)) {
            return in.readObject();
        }
    }
}
