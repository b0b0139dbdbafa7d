package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Reads the image of a stamp. It is checked first: a PDF takes over the bytes of an image, and with them what is wrong
 * with it.
 */
final class StampImage {

    /** What an image may have: a decoder takes four to eight bytes for each. */
    static final long MOST_PIXELS = 10_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_FRAME = 12;
    private static final int CMYK = 4;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private StampImage() {}

    static PDImageXObject read(PDDocument template, byte[] file) {
        try {
            if (Arrays.equals(file, 0, Math.min(PNG.length, file.length), PNG, 0, PNG.length)) {
                checkPng(ByteBuffer.wrap(file, PNG.length, file.length - PNG.length));
                decode(file, "png");
            } else if (file.length > 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8) {
                checkJpeg(ByteBuffer.wrap(file, 2, file.length - 2));
                decode(file, "jpeg");
            } else {
                throw new DocumentException("The image of the stamp is neither PNG nor JPEG: save it as one of them.");
            }
            return PDImageXObject.createFromByteArray(template, file, "stamp");
        } catch (DocumentException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new DocumentException(
                    "The image of the stamp cannot be read, and may be cut off: save it again as PNG or JPEG.", e);
        }
    }

    private static void checkPng(ByteBuffer chunks) throws IOException {
        String type = "";
        while (!type.equals("IEND")) {
            int length = chunks.getInt(chunks.position());
            if (length < 0 || length > chunks.remaining() - CHUNK_FRAME) {
                throw new IOException("A chunk is cut off.");
            }
            byte[] chunk = new byte[length + 4];
            chunks.getInt();
            chunks.get(chunk);
            CRC32 sum = new CRC32();
            sum.update(chunk);
            if ((int) sum.getValue() != chunks.getInt()) {
                throw new IOException("A chunk has changed.");
            }
            boolean first = type.isEmpty();
            type = new String(chunk, 0, 4, StandardCharsets.US_ASCII);
            if (first) {
                ByteBuffer header = ByteBuffer.wrap(chunk, 4, length);
                requireBounded(header.getInt(), header.getInt());
            }
        }
    }

    private static void checkJpeg(ByteBuffer segments) throws IOException {
        int marker = 0;
        while (marker != START_OF_SCAN) {
            if ((segments.get() & 0xFF) != 0xFF) {
                throw new IOException("A segment is missing.");
            }
            for (marker = 0xFF; marker == 0xFF; ) {
                marker = segments.get() & 0xFF;
            }
            int length = segments.getShort(segments.position()) & 0xFFFF;
            if (isFrame(marker)) {
                int at = segments.position();
                requireBounded(segments.getShort(at + 5) & 0xFFFF, segments.getShort(at + 3) & 0xFFFF);
                if (segments.get(at + 7) == CMYK) {
                    throw new DocumentException(
                            "The image of the stamp has the colours of print, CMYK: save it with RGB.");
                }
            }
            segments.position(segments.position() + length);
        }
        boolean ends = false;
        for (int i = segments.position(); i + 1 < segments.limit() && !ends; i++) {
            ends = (segments.get(i) & 0xFF) == 0xFF && (segments.get(i + 1) & 0xFF) == END_OF_IMAGE;
        }
        if (!ends) {
            throw new IOException("The end is missing.");
        }
    }

    /** C0 to CF, without the tables C4, C8 and CC. */
    private static boolean isFrame(int marker) {
        return marker == 0xC0 || (marker > 0xC0 && marker <= 0xCF && marker % 4 != 0);
    }

    private static void requireBounded(long width, long height) throws IOException {
        if (width <= 0 || height <= 0) {
            throw new IOException("It has no size.");
        }
        if (width * height > MOST_PIXELS) {
            throw new DocumentException("The image of the stamp has more than " + MOST_PIXELS
                    + " pixels: make it smaller; 1,000 by 1,000 are enough.");
        }
    }

    /** Without its texts, which can decompress to anything. */
    private static void decode(byte[] file, String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
