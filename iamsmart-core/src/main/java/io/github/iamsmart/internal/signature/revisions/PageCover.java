package io.github.iamsmart.internal.signature.revisions;

import io.github.iamsmart.internal.signature.revisions.Layout.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much of a page is drawn over by what was added later. Signatures and comments may be added, and may hide
 * what was signed: whether they do, people have to see.
 */
final class PageCover {

    private static final int HIDDEN = 1 << 1;
    private static final int NO_VIEW = 1 << 5;
    /** No stamp takes more of its page than a half, nor do all of them together. */
    private static final double LARGEST_SHARE = 0.5;

    private final Revision after;
    private final Layout layout;
    private final Changes changes;
    private final Map<Integer, Double> shares = new HashMap<>();
    private final Set<COSDictionary> counted = new HashSet<>();

    PageCover(Revision after, Layout layout, Changes changes) {
        this.after = after;
        this.layout = layout;
        this.changes = changes;
    }

    /** {@return whether an annotation draws anything, wherever it stands} */
    boolean isSeen(COSDictionary annotation) {
        boolean isHidden = after.get(annotation, COSName.F) instanceof COSInteger flags
                && (flags.longValue() & (HIDDEN | NO_VIEW)) != 0;
        return !isHidden && area(after.get(annotation, COSName.RECT)) != 0;
    }

    /** Counts an annotation that was added to a page, from 0, or draws something else on it. */
    void add(COSDictionary annotation, int page) {
        if (isSeen(annotation) && counted.add(annotation)) {
            require(shares.merge(page, share(annotation, page), Double::sum), page);
        }
    }

    /** Judges a field that was filled in; the fields of a page may together be most of it. */
    void fill(COSDictionary widget, int page) {
        if (isSeen(widget)) {
            require(share(widget, page), page);
        }
    }

    private void require(double share, int page) {
        if (!(share <= LARGEST_SHARE)) {
            changes.doubt("what was added or filled in later covers most of page " + (page + 1)
                    + ", so it may hide what was signed: have a person look at it");
        }
    }

    private double share(COSDictionary annotation, int page) {
        Page there = layout.pages().get(page);
        double whole = area(after.resolve(there.box()));
        double shown = there.crop() == null ? whole : Math.min(whole, area(after.resolve(there.crop())));
        return area(after.get(annotation, COSName.RECT)) / shown;
    }

    /** {@return the area of a rectangle in square points; 0 if it is none} */
    private double area(@Nullable COSBase value) {
        if (!(value instanceof COSArray box) || box.size() != 4) {
            return 0;
        }
        double[] corners = new double[4];
        for (int i = 0; i < 4; i++) {
            if (!(after.resolve(box.get(i)) instanceof COSNumber number)) {
                return 0;
            }
            corners[i] = number.floatValue();
        }
        return Math.abs((corners[2] - corners[0]) * (corners[3] - corners[1]));
    }
}
