package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signature looks like on the page. Lengths are in points, 72 of which make an inch. Immutable.
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
     * Checks the place.
     *
     * @param page the page, from 1
     * @param left distance of its left edge from that of the page
     * @param bottom distance of its lower edge from that of the page
     * @param width its width
     * @param height its height
     * @param appearance what is drawn in it
     * @throws ConfigurationException if there is no such place
     */
    public PdfStamp {
        if (page < 1 || left < 0 || bottom < 0 || width <= 0 || height <= 0) {
            throw new ConfigurationException(
                    "A stamp stands on a page from 1, has a width and a height, and begins at 0 or more points.");
        }
    }

    /** What is drawn: an image below, lines of text above it. */
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
         * Writes lines.
         *
         * @param lines the lines; other letters than Western European ones need a {@link #font}
         * @return the appearance
         */
        public static Appearance text(String... lines) {
            return new Appearance(List.of(lines), null, null);
        }

        /**
         * Draws an image too, as large as the stamp.
         *
         * @param file the bytes of a PNG or JPEG file
         * @return a copy
         */
        public Appearance image(byte[] file) {
            return new Appearance(lines, file.clone(), font);
        }

        /**
         * Writes the lines in another font than Helvetica, for instance in one that has Chinese characters. Only the
         * characters that are used go into the PDF.
         *
         * @param trueType the bytes of a TrueType file
         * @return a copy
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
