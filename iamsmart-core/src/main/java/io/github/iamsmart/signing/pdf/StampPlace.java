package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.internal.pdf.PageTree;
import java.awt.geom.AffineTransform;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * Where a stamp stands on its page, in the coordinates of the page. A page is shown cropped, turned and magnified; the
 * stamp is placed on what the user sees.
 *
 * @param rectangle its place
 * @param turn how its drawing is turned, so that it is upright for the user
 */
record StampPlace(PDRectangle rectangle, AffineTransform turn) {

    private static final double ROUNDING = 0.01;

    /** A rectangle with its corners in order. */
    private record Box(double left, double bottom, double right, double top) {

        double width() {
            return right - left;
        }

        double height() {
            return top - bottom;
        }

        Box within(Box other) {
            return new Box(
                    Math.max(left, other.left),
                    Math.max(bottom, other.bottom),
                    Math.min(right, other.right),
                    Math.min(top, other.top));
        }
    }

    static StampPlace of(PdfStamp stamp, PageTree.Page page) {
        Box media = box(page.attribute(COSName.MEDIA_BOX));
        COSBase crop = page.attribute(COSName.CROP_BOX);
        Box seen = crop == null ? media : box(crop).within(media);
        if (seen.width() <= 0 || seen.height() <= 0) {
            throw unclear();
        }
        double unit = unit(page.attribute(COSName.USER_UNIT));
        int rotation = rotation(page.attribute(COSName.ROTATE));
        boolean sideways = rotation % 180 != 0;
        requireInside(
                stamp,
                unit * (sideways ? seen.height() : seen.width()),
                unit * (sideways ? seen.width() : seen.height()));
        return place(stamp, seen, unit, rotation);
    }

    private static StampPlace place(PdfStamp stamp, Box seen, double unit, int rotation) {
        double x = stamp.left() / unit;
        double y = stamp.bottom() / unit;
        double width = stamp.width() / unit;
        double height = stamp.height() / unit;
        return switch (rotation) {
            case 90 ->
                new StampPlace(
                        rectangle(seen.right() - y - height, seen.bottom() + x, height, width),
                        new AffineTransform(0, 1, -1, 0, stamp.height(), 0));
            case 180 ->
                new StampPlace(
                        rectangle(seen.right() - x - width, seen.top() - y - height, width, height),
                        new AffineTransform(-1, 0, 0, -1, stamp.width(), stamp.height()));
            case 270 ->
                new StampPlace(
                        rectangle(seen.left() + y, seen.top() - x - width, height, width),
                        new AffineTransform(0, -1, 1, 0, 0, stamp.width()));
            default ->
                new StampPlace(rectangle(seen.left() + x, seen.bottom() + y, width, height), new AffineTransform());
        };
    }

    private static PDRectangle rectangle(double left, double bottom, double width, double height) {
        return new PDRectangle((float) left, (float) bottom, (float) width, (float) height);
    }

    private static void requireInside(PdfStamp stamp, double width, double height) {
        if (stamp.left() + stamp.width() > width + ROUNDING || stamp.bottom() + stamp.height() > height + ROUNDING) {
            throw new DocumentException(String.format(
                    Locale.ROOT,
                    "The stamp reaches beyond page %d, which is %.0f points wide and %.0f points high as the user sees"
                            + " it: place it inside.",
                    stamp.page(),
                    width,
                    height));
        }
    }

    private static Box box(@Nullable COSBase box) {
        if (!(box instanceof COSArray array) || array.size() != 4) {
            throw unclear();
        }
        double[] corner = new double[4];
        for (int i = 0; i < corner.length; i++) {
            if (!(array.getObject(i) instanceof COSNumber number)) {
                throw unclear();
            }
            corner[i] = number.floatValue();
        }
        return new Box(
                Math.min(corner[0], corner[2]),
                Math.min(corner[1], corner[3]),
                Math.max(corner[0], corner[2]),
                Math.max(corner[1], corner[3]));
    }

    private static double unit(@Nullable COSBase unit) {
        if (unit == null) {
            return 1;
        }
        if (unit instanceof COSNumber number && number.floatValue() > 0) {
            return number.floatValue();
        }
        throw unclear();
    }

    private static int rotation(@Nullable COSBase rotation) {
        if (rotation == null) {
            return 0;
        }
        if (rotation instanceof COSInteger integer && integer.longValue() % 90 == 0) {
            return (int) Math.floorMod(integer.longValue(), 360L);
        }
        throw unclear();
    }

    private static DocumentException unclear() {
        return new DocumentException("The size or rotation of the page is not clear, so the stamp could stand anywhere:"
                + " save the PDF again with a PDF editor, or sign it without a stamp.");
    }
}
