package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The appearance of a signature on the page. Lengths are in points, 1/72 inch each, on the page as the user sees it:
 * cropped, turned and magnified as the PDF asks for. The stamp is upright there. Immutable.
 *
 * @param page the page, from 1
 * @param left distance of its left edge from that of the page
 * @param bottom distance of its lower edge from that of the page
 * @param width its width
 * @param height its height
 * @param appearance what is drawn in it
 */
public record PdfStamp(int page, float left, float bottom, float width, float height, Appearance appearance) {

    /**
     * Checks the position and size.
     *
     * @param page the page, from 1
     * @param left distance of its left edge from that of the page
     * @param bottom distance of its lower edge from that of the page
     * @param width its width
     * @param height its height
     * @param appearance what is drawn in it
     * @throws InvalidRequestException if the page, position or size is impossible
     */
    public PdfStamp {
        boolean possible = page >= 1 && left >= 0 && bottom >= 0 && width > 0 && height > 0;
        if (!possible || !Float.isFinite(left + width) || !Float.isFinite(bottom + height)) {
            throw new InvalidRequestException(
                    "A stamp needs a page from 1, a width and a height, and a position of 0 or more points.");
        }
    }

    /** What is drawn: an image with lines of text on top. */
    public static final class Appearance {

        private final List<String> lines;
        private final byte @Nullable [] image;
        private final byte @Nullable [] font;

        private Appearance(List<String> lines, byte @Nullable [] image, byte @Nullable [] font) {
            this.lines = List.copyOf(lines);
            this.image = image;
            this.font = font;
        }

        /**
         * {@return an appearance with lines of text}
         *
         * @param lines the lines; letters other than Western European ones need a {@link #font}
         */
        public static Appearance text(String... lines) {
            return new Appearance(List.of(lines), null, null);
        }

        /**
         * {@return a copy with an image, as large as the stamp}
         *
         * @param file the bytes of a PNG or JPEG file
         */
        public Appearance image(byte[] file) {
            return new Appearance(lines, file.clone(), font);
        }

        /**
         * {@return a copy with another font than Helvetica, for example one with Chinese characters} Only the
         * characters in use go into the PDF.
         *
         * @param trueType the bytes of a TrueType file
         */
        public Appearance font(byte[] trueType) {
            return new Appearance(lines, image, trueType.clone());
        }

        List<String> lines() {
            return lines;
        }

        byte @Nullable [] image() {
            return image;
        }

        byte @Nullable [] font() {
            return font;
        }
    }
}
