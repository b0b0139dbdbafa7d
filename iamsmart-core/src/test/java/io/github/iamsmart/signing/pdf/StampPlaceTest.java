package io.github.iamsmart.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.error.InvalidRequestException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stamp is upright, and where the user sees that corner of the page, or it is refused. */
class StampPlaceTest {

    private static final int LEFT = 20;
    private static final int BOTTOM = 30;
    private static final int WIDTH = 80;
    private static final int HEIGHT = 40;
    /** In the middle of its colours, where none runs into the next. */
    private static final double[] QUARTERS = {0.1, 0.25, 0.75, 0.9};

    @TempDir
    Path folder;

    /** Red and green above, blue and black below. */
    private static PdfStamp stamp(float left, float bottom) throws Exception {
        BufferedImage image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.BLACK};
        for (int i = 0; i < colours.length; i++) {
            canvas.setColor(colours[i]);
            canvas.fillRect(i % 2 * 40, i / 2 * 20, 40, 20);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new PdfStamp(
                1, left, bottom, WIDTH, HEIGHT, PdfStamp.Appearance.text().image(png.toByteArray()));
    }

    private Path file(String attributes) throws Exception {
        RawPdf pdf = new RawPdf().with(3, RawPdf.PAGE.formatted(attributes));
        return Files.write(folder.resolve("page.pdf"), pdf.table());
    }

    private BufferedImage stamped(Path original, float left, float bottom) throws Exception {
        PdfSignatureOptions options =
                PdfSignatureOptions.builder().stamp(stamp(left, bottom)).build();
        Path signed = PdfWorld.sign(original, folder.resolve("signed.pdf"), options);
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            return new PDFRenderer(document).renderImage(0);
        }
    }

    /** Each quarter of the stamp is where it should be, and nothing of it is anywhere else. */
    private static void requireStamp(BufferedImage page, double left, double bottom, double width, double height) {
        double top = page.getHeight() - bottom - height;
        for (double y : QUARTERS) {
            for (double x : QUARTERS) {
                Color expected = y < 0.5 ? (x < 0.5 ? Color.RED : Color.GREEN) : (x < 0.5 ? Color.BLUE : Color.BLACK);
                assertNear(page, left + x * width, top + y * height, expected);
            }
        }
        int colours = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                boolean inside = x >= left - 1 && x <= left + width && y >= top - 1 && y <= top + height;
                colours += !inside && isColoured(page.getRGB(x, y)) ? 1 : 0;
            }
        }
        assertThat(colours).isZero();
    }

    private static boolean isColoured(int rgb) {
        Color colour = new Color(rgb);
        return Math.abs(colour.getRed() - colour.getBlue()) > 60 || Math.abs(colour.getRed() - colour.getGreen()) > 60;
    }

    private static void assertNear(BufferedImage page, double x, double y, Color expected) {
        Color found = new Color(page.getRGB((int) x, (int) y));
        int distance = Math.abs(found.getRed() - expected.getRed())
                + Math.abs(found.getGreen() - expected.getGreen())
                + Math.abs(found.getBlue() - expected.getBlue());
        assertThat(distance).as("%s at %.0f, %.0f", found, x, y).isLessThan(160);
    }

    static final String[] PAGES = {
        "/MediaBox [0 0 300 400]",
        "/MediaBox [0 0 300 400] /Rotate 90",
        "/MediaBox [0 0 300 400] /Rotate 180",
        "/MediaBox [0 0 300 400] /Rotate 270",
        "/MediaBox [0 0 300 400] /Rotate -90",
        "/MediaBox [0 0 300 400] /Rotate 450",
        "/MediaBox [0 0 300 400] /Rotate -3600",
        "/MediaBox [100 200 400 600]",
        "/MediaBox [-500 -600 -200 -200] /Rotate 90",
        "/MediaBox [400 600 100 200] /Rotate 180",
        "/MediaBox [0 0 600 800] /CropBox [100 200 400 600]",
        "/MediaBox [0 0 600 800] /CropBox [100 200 400 600] /Rotate 90",
        "/MediaBox [0 0 600 800] /CropBox [400 600 100 200] /Rotate 180",
        "/MediaBox [0 0 600 800] /CropBox [100 200 400 600] /Rotate 270",
        "/MediaBox [0 0 600 800] /CropBox [-100 -100 300 400] /Rotate 270",
        "/MediaBox [0.5 0.5 300.5 400.5] /CropBox [-1000 -1000 1000 1000]",
    };

    @ParameterizedTest
    @FieldSource("PAGES")
    void standsWhereTheUserSeesTheCorner(String page) throws Exception {
        BufferedImage seen = stamped(file(page), LEFT, BOTTOM);

        requireStamp(seen, LEFT, BOTTOM, WIDTH, HEIGHT);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void reachesIntoTheOppositeCornerAndNoFarther(String page) throws Exception {
        BufferedImage plain = stamped(file(page), 0, 0);
        float left = plain.getWidth() - WIDTH - 1f;
        float bottom = plain.getHeight() - HEIGHT - 1f;

        requireStamp(stamped(file(page), left, bottom), left, bottom, WIDTH, HEIGHT);
        for (PdfStamp outside : new PdfStamp[] {stamp(left + 3, bottom), stamp(left, bottom + 3)}) {
            PdfSignatureOptions options =
                    PdfSignatureOptions.builder().stamp(outside).build();
            assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(file(page), options))
                    .isInstanceOf(DocumentException.class)
                    .hasMessageContaining("reaches beyond page 1")
                    .hasMessageContaining("points wide");
        }
    }

    /** The page inherits from the node above it, and from the one above that. */
    @Test
    void inheritsFromTheTree() throws Exception {
        byte[] pdf = new RawPdf()
                .with(2, "<< /Type /Pages /Kids [6 0 R] /Count 1 /MediaBox [0 0 900 900] /Rotate 90 >>")
                .with(6, "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R /CropBox [100 100 400 500] >>")
                .with(3, RawPdf.PAGE.replace("/Parent 2", "/Parent 6").formatted(""))
                .table();

        BufferedImage seen = stamped(Files.write(folder.resolve("page.pdf"), pdf), LEFT, BOTTOM);

        assertThat(seen.getWidth()).isEqualTo(400);
        requireStamp(seen, LEFT, BOTTOM, WIDTH, HEIGHT);
    }

    /** PDFBox shows units as if they were points, so all of the page is half as large as it should be. */
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void measuresMagnifiedPagesInPoints(int rotation) throws Exception {
        BufferedImage seen =
                stamped(file("/MediaBox [0 0 300 400] /UserUnit 2 /Rotate " + rotation), 2 * LEFT, 2 * BOTTOM);

        requireStamp(seen, LEFT, BOTTOM, WIDTH / 2.0, HEIGHT / 2.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/MediaBox [0 0 300 400] /Rotate 45",
                "/MediaBox [0 0 300 400] /Rotate 90.5",
                "/MediaBox [0 0 300 400] /Rotate /Left",
                "/MediaBox [0 0 300]",
                "/MediaBox [0 0 (300) 400]",
                "/MediaBox [0 0 0 400]",
                "/MediaBox 5",
                "",
                "/MediaBox [0 0 300 400] /CropBox [500 500 600 600]",
                "/MediaBox [0 0 300 400] /CropBox [1]",
                "/MediaBox [0 0 300 400] /UserUnit 0",
                "/MediaBox [0 0 300 400] /UserUnit -1",
                "/MediaBox [0 0 300 400] /UserUnit (2)"
            })
    void refusesAPageThatReadersShowInDifferentWays(String page) throws Exception {
        PdfSignatureOptions options =
                PdfSignatureOptions.builder().stamp(stamp(LEFT, BOTTOM)).build();
        Path pdf = file(page);

        assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(pdf, options))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("without a stamp");
        assertThat(PdfWorld.SIGNER_OF_PDFS
                        .prepare(pdf, PdfSignatureOptions.DEFAULTS)
                        .reservedBytes())
                .isPositive();
    }

    private static final List<float[]> IMPOSSIBLE = List.of(
            new float[] {Float.NaN, 0, 1, 1},
            new float[] {0, Float.NaN, 1, 1},
            new float[] {0, 0, Float.NaN, 1},
            new float[] {0, 0, 1, Float.POSITIVE_INFINITY},
            new float[] {Float.MAX_VALUE, 0, Float.MAX_VALUE, 1},
            new float[] {-1, 0, 1, 1});

    @Test
    void refusesNumbersThatAreNoLengths() {
        PdfStamp.Appearance text = PdfStamp.Appearance.text("x");
        IMPOSSIBLE.forEach(each -> assertThatThrownBy(() -> new PdfStamp(1, each[0], each[1], each[2], each[3], text))
                .isInstanceOf(InvalidRequestException.class));
    }
}
