package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.DocumentException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images and fonts that a stamp cannot have are refused with advice, and nothing else happens. */
class StampMaterialTest {

    @TempDir
    Path folder;

    private Path original;

    @BeforeEach
    void writeOriginal() throws Exception {
        original = Files.write(folder.resolve("original.pdf"), new RawPdf().table());
    }

    private PdfSignatureOptions options(PdfStamp.Appearance appearance) {
        return PdfSignatureOptions.builder()
                .stamp(new PdfStamp(1, 20, 30, 200, 60, appearance))
                .build();
    }

    private void refuses(PdfStamp.Appearance appearance, String why) {
        PdfSignatureOptions options = options(appearance);
        assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(original, options))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("stamp")
                .hasMessageContaining(why);
    }

    private boolean draws(PdfStamp.Appearance appearance) throws Exception {
        try {
            PdfWorld.SIGNER_OF_PDFS.prepare(original, options(appearance));
            return true;
        } catch (DocumentException refused) {
            return false;
        }
    }

    private static byte[] image(String format, int type) throws Exception {
        BufferedImage image = new BufferedImage(60, 20, type);
        for (int x = 0; x < 60; x++) {
            image.setRGB(x, x / 3, Color.ORANGE.getRGB());
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, file)).isTrue();
        return file.toByteArray();
    }

    private static byte[] font() throws Exception {
        try (InputStream font =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return font.readAllBytes();
        }
    }

    private static byte[] png(int width, int height, int depth, int colour, byte[] data) {
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colour)
                .put(new byte[3]);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", RawPdf.deflate(data));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(ISO_8859_1));
        sum.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(type.getBytes(ISO_8859_1));
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    @ParameterizedTest
    @CsvSource({
        "png, 1",
        "png, 2",
        "png, 10",
        "png, 11",
        "png, 12",
        "png, 13",
        "jpeg, 1",
        "jpeg, 10",
    })
    void drawsImagesOfEveryUsualKind(String format, int type) throws Exception {
        Path signed = PdfWorld.sign(
                original,
                folder.resolve("signed.pdf"),
                options(PdfStamp.Appearance.text().image(image(format, type))));

        PdfJudges.requireSound(signed, 1);
    }

    @Test
    void drawsAPngOfSixteenBits() throws Exception {
        byte[] red = new byte[20 * (1 + 20 * 6)];
        for (int row = 0; row < 20; row++) {
            for (int x = 0; x < 20; x++) {
                red[row * 121 + 1 + x * 6] = (byte) 0xFF;
            }
        }
        Path signed = PdfWorld.sign(
                original,
                folder.resolve("signed.pdf"),
                options(PdfStamp.Appearance.text().image(png(20, 20, 16, 2, red))));

        PdfJudges.requireSound(signed, 1);
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImage(0);
            assertThat(new Color(page.getRGB(120, page.getHeight() - 60)).getGreen())
                    .isLessThan(20);
            assertThat(new Color(page.getRGB(120, page.getHeight() - 60)).getRed())
                    .isGreaterThan(230);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void refusesAnImageThatWasCutOff(String format) throws Exception {
        byte[] whole = image(format, BufferedImage.TYPE_INT_RGB);

        assertThat(draws(PdfStamp.Appearance.text().image(whole))).isTrue();
        for (int length = 0; length < whole.length; length += 11) {
            refuses(PdfStamp.Appearance.text().image(Arrays.copyOf(whole, length)), "save it");
        }
        refuses(PdfStamp.Appearance.text().image(Arrays.copyOf(whole, whole.length - 2)), "save it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp", "no image at all"})
    void refusesOtherFormats(String format) throws Exception {
        byte[] file = format.contains(" ") ? format.getBytes(ISO_8859_1) : image(format, BufferedImage.TYPE_INT_RGB);

        refuses(PdfStamp.Appearance.text().image(file), "neither PNG nor JPEG");
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000", "2147483647, 2147483647", "1, 20000000", "100000, 101"})
    void refusesAnImageThatTakesTooMuchMemory(int width, int height) {
        refuses(PdfStamp.Appearance.text().image(png(width, height, 8, 2, new byte[10])), "pixels");
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 0", "-1, 10", "10, -5"})
    void refusesAnImageWithoutSize(int width, int height) {
        refuses(PdfStamp.Appearance.text().image(png(width, height, 8, 2, new byte[10])), "save it again");
    }

    @Test
    void refusesAJpegInTheColoursOfPrint() throws Exception {
        byte[] jpeg = image("jpeg", BufferedImage.TYPE_INT_RGB);
        int frame = new String(jpeg, ISO_8859_1).indexOf("\u00FF\u00C0");
        byte[] cmyk = jpeg.clone();
        cmyk[frame + 9] = 4;

        refuses(PdfStamp.Appearance.text().image(cmyk), "CMYK: save it with RGB");
    }

    @ParameterizedTest
    @CsvSource({
        "'OTTO', PostScript outlines (.otf)",
        "'ttcf', extract one font",
        "'wOFF', compressed for the web",
        "'wOF2', compressed for the web",
        "'%!PS', not a TrueType file",
        "'', not a TrueType file",
    })
    void refusesOtherKindsOfFonts(String start, String why) throws Exception {
        byte[] file = font();
        System.arraycopy(start.getBytes(ISO_8859_1), 0, file, 0, start.length());

        refuses(PdfStamp.Appearance.text("x").font(start.isEmpty() ? new byte[0] : file), why);
    }

    @Test
    void refusesAFontThatWasCutOff() throws Exception {
        byte[] whole = font();
        for (int length = 0; length < whole.length; length += whole.length / 40) {
            refuses(PdfStamp.Appearance.text("x").font(Arrays.copyOf(whole, length)), ".ttf");
        }
    }

    @Test
    void refusesAFontThatMayNotBeEmbedded() throws Exception {
        byte[] font = font();
        int table = new String(font, ISO_8859_1).indexOf("OS/2");
        int start = ByteBuffer.wrap(font).getInt(table + 8);
        font[start + 9] = 2;

        refuses(PdfStamp.Appearance.text("x").font(font), "licence");
    }

    @Test
    void refusesTextThatIsTooLargeForTheStamp() {
        PdfSignatureOptions options = PdfSignatureOptions.builder()
                .stamp(new PdfStamp(1, 20, 30, 5, 5, PdfStamp.Appearance.text("x")))
                .build();
        assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(original, options))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("too small");
        refuses(PdfStamp.Appearance.text("x\ny"), "lacks a character");
    }

    /** Whatever was changed in them, they are drawn or refused. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "ttf"})
    void drawsOrRefusesWhatWasDamagedAnywhere(String kind) throws Exception {
        byte[] whole = kind.equals("ttf") ? font() : image(kind, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k <= i % 8; k++) {
                // The tables of a font are described at its beginning.
                int at = random.nextInt(i % 2 == 0 ? Math.min(400, whole.length) : whole.length);
                damaged[at] = (byte) random.nextInt(256);
            }
            PdfStamp.Appearance text = PdfStamp.Appearance.text("Signed");
            refused += draws(kind.equals("ttf") ? text.font(damaged) : text.image(damaged)) ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }
}
