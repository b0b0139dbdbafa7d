package io.github.iamsmart.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.DocumentException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stored state is the one that was stored, or is refused: when it is read, or at the latest before anything is
 * written.
 */
class PreparedPdfTest {

    @TempDir
    Path folder;

    private Path original() throws Exception {
        return Files.write(folder.resolve("original.pdf"), new RawPdf().table());
    }

    private PreparedPdf prepared() throws Exception {
        return PdfWorld.SIGNER_OF_PDFS.prepare(
                original(), PdfSignatureOptions.builder().reservedBytes(4_096).build());
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> PreparedPdf.decode(text))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("prepared PDF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AQ==", "Ag==", "AQ", "\n", "not Base64", "AQAAAAAAAAAB", "\u667A"})
    void refusesOtherTexts(String text) {
        refuses(text);
    }

    @Test
    void refusesATextThatWasCutOffOrContinued() throws Exception {
        String text = prepared().encoded();
        for (int length = 0; length < text.length(); length += 1 + length / 50) {
            refuses(text.substring(0, length));
        }
        refuses(text + "AAAA");
        byte[] state = Base64.getDecoder().decode(text);
        refuses(Base64.getEncoder().encodeToString(Arrays.copyOf(state, state.length + 1)));
    }

    /** The digest is a text in there, and needs not be one of a digest. */
    @Test
    void refusesAStateWithoutDigest() throws Exception {
        byte[] state = Base64.getDecoder().decode(prepared().encoded());
        state[12] = '*';

        refuses(Base64.getEncoder().encodeToString(state));
    }

    /** How much is reserved is not under the digest: one byte less, and the signed PDF would be broken. */
    @Test
    void refusesAnotherReserve() throws Exception {
        byte[] state = Base64.getDecoder().decode(prepared().encoded());
        int reserve = 1 + 8 + 2 + prepared().digest().base64().length();
        assertThat(state[reserve + 2]).isEqualTo((byte) 0x10);
        for (int at = reserve; at < reserve + 4; at++) {
            for (int value : new int[] {1, 0x7F, 0x80, 0xFF}) {
                byte[] changed = state.clone();
                changed[at] ^= (byte) value;
                refuses(Base64.getEncoder().encodeToString(changed));
            }
        }
    }

    @Test
    void noChangedByteStaysUnnoticed() throws Exception {
        Path original = original();
        PreparedPdf prepared = prepared();
        byte[] state = Base64.getDecoder().decode(prepared.encoded());
        Random random = new Random(3);
        for (int i = 0; i < state.length; i += 3) {
            byte[] changed = state.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            String text = Base64.getEncoder().encodeToString(changed);
            ByteArrayOutputStream target = new ByteArrayOutputStream();

            assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.complete(
                            PreparedPdf.decode(text), original, PdfWorld.signed(prepared), target))
                    .as("byte %d", i)
                    .isInstanceOf(DocumentException.class);
            assertThat(target.size()).isZero();
        }
    }
}
