package io.github.iamsmart.internal.signature.revisions;

import io.github.iamsmart.internal.signature.revisions.Layout.Landmark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Compares objects of two revisions with all that they refer to. Pages, annotations and fields on the way are only
 * compared as to which one they are. Not thread-safe.
 */
final class Sameness {

    /**
     * Entries that point at annotations and fields. Elsewhere one would mean something else, and is compared in full.
     */
    private static final Set<String> POINTERS =
            Set.of("Parent", "P", "Popup", "IRT", "Obj", "T", "Kids", "Fields", "CO", "Annots", "Annotation", "AN");

    /**
     * Entries whose value is a list by names that anyone can choose, so that a page in its place would mean something
     * else there.
     */
    private static final Set<String> LISTS = Set.of(
            "Resources",
            "ExtGState",
            "ColorSpace",
            "Pattern",
            "Shading",
            "XObject",
            "Font",
            "Properties",
            "CharProcs",
            "N",
            "R");

    private final Revision before;
    private final Layout layoutBefore;
    private final Revision after;
    private final Layout layoutAfter;
    private final Budget budget;
    private final Set<Pair> same = new HashSet<>();

    Sameness(Revision before, Layout layoutBefore, Revision after, Layout layoutAfter, Budget budget) {
        this.before = before;
        this.layoutBefore = layoutBefore;
        this.after = after;
        this.layoutAfter = layoutAfter;
        this.budget = budget;
    }

    /** What an object is there for, as far as the name of its entry tells. */
    private enum Place {
        POINTER,
        LIST,
        OTHER
    }

    /** Two objects that are to be the same; compared by identity, because they may contain themselves. */
    private record Pair(COSBase one, COSBase other, Place place) {

        @Override
        public boolean equals(Object object) {
            return object instanceof Pair pair && pair.one == one && pair.other == other && pair.place == place;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(one) + System.identityHashCode(other);
        }
    }

    /** {@return whether an entry of two dictionaries is the same} */
    boolean same(COSDictionary one, COSDictionary other, COSName key) {
        return same(one.getItem(key), other.getItem(key), key);
    }

    boolean same(@Nullable COSBase one, @Nullable COSBase other, COSName key) {
        Set<Pair> seen = new HashSet<>();
        Deque<Pair> open = new ArrayDeque<>();
        if (!enqueue(one, other, place(key, one), seen, open)) {
            return false;
        }
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            if (!sameContent(pair, seen, open)) {
                return false;
            }
        }
        same.addAll(seen);
        return true;
    }

    private Place place(COSName key, @Nullable COSBase value) {
        return isList(key, value) ? Place.LIST : POINTERS.contains(key.getName()) ? Place.POINTER : Place.OTHER;
    }

    /** {@code D} is a list in an appearance, and elsewhere an array that names a page. */
    private boolean isList(COSName key, @Nullable COSBase value) {
        return LISTS.contains(key.getName())
                || (COSName.D.equals(key) && before.resolve(value) instanceof COSDictionary);
    }

    /** {@return false if the two certainly differ; true if they are the same as far as the queue finds nothing} */
    private boolean enqueue(
            @Nullable COSBase oneItem, @Nullable COSBase otherItem, Place place, Set<Pair> seen, Deque<Pair> open) {
        budget.step();
        @Nullable COSBase one = before.resolve(oneItem);
        @Nullable COSBase other = after.resolve(otherItem);
        if (one == null || other == null) {
            return one == other;
        }
        if (!(one instanceof COSDictionary) && !(one instanceof COSArray)) {
            return sameValue(one, other);
        }
        Pair pair = new Pair(one, other, place);
        if (!same.contains(pair) && seen.add(pair)) {
            open.push(pair);
        }
        return true;
    }

    private static boolean sameValue(COSBase one, COSBase other) {
        if (one instanceof COSString text) {
            return other instanceof COSString otherText && Arrays.equals(text.getBytes(), otherText.getBytes());
        }
        if (one instanceof COSInteger number && other instanceof COSInteger otherNumber) {
            return number.longValue() == otherNumber.longValue();
        }
        if (one instanceof COSNumber number) {
            return other instanceof COSNumber otherNumber && number.floatValue() == otherNumber.floatValue();
        }
        if (one instanceof COSBoolean truth) {
            return other instanceof COSBoolean otherTruth && truth.getValue() == otherTruth.getValue();
        }
        return one instanceof COSName && one.equals(other);
    }

    private boolean sameContent(Pair pair, Set<Pair> seen, Deque<Pair> open) {
        Optional<Landmark> landmark = landmark(layoutBefore, pair.one(), pair.place());
        Optional<Landmark> otherLandmark = landmark(layoutAfter, pair.other(), pair.place());
        if (landmark.isPresent() || otherLandmark.isPresent()) {
            return landmark.equals(otherLandmark);
        }
        if (pair.one() instanceof COSArray array) {
            return pair.other() instanceof COSArray otherArray
                    && sameElements(array, otherArray, pair.place(), seen, open);
        }
        if (pair.one() instanceof COSStream stream) {
            return pair.other() instanceof COSStream otherStream
                    && sameEntries(stream, otherStream, seen, open)
                    && sameBytes(stream, otherStream);
        }
        return pair.one() instanceof COSDictionary dictionary
                && pair.other() instanceof COSDictionary otherDictionary
                && !(otherDictionary instanceof COSStream)
                && sameEntries(dictionary, otherDictionary, seen, open);
    }

    private static Optional<Landmark> landmark(Layout layout, COSBase object, Place place) {
        return layout.landmark(object)
                .filter(landmark -> landmark.isPage() ? place != Place.LIST : place == Place.POINTER);
    }

    private boolean sameElements(COSArray one, COSArray other, Place place, Set<Pair> seen, Deque<Pair> open) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!enqueue(one.get(i), other.get(i), place, seen, open)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameEntries(COSDictionary one, COSDictionary other, Set<Pair> seen, Deque<Pair> open) {
        Set<COSName> keys = new LinkedHashSet<>(one.keySet());
        keys.addAll(other.keySet());
        if (one instanceof COSStream) {
            keys.remove(COSName.LENGTH);
        }
        for (COSName key : keys) {
            if (!enqueue(one.getItem(key), other.getItem(key), place(key, one.getItem(key)), seen, open)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameBytes(COSStream one, COSStream other) {
        long start = before.start(one);
        if (!before.isEncrypted()
                && start >= 0
                && start == after.start(other)
                && before.resolve(one.getItem(COSName.LENGTH)) instanceof COSInteger length
                && after.resolve(other.getItem(COSName.LENGTH)) instanceof COSInteger otherLength
                && length.longValue() == otherLength.longValue()) {
            return true;
        }
        try (InputStream bytes = one.createRawInputStream();
                InputStream otherBytes = other.createRawInputStream()) {
            byte[] block = bytes.readNBytes(65_536);
            while (block.length > 0) {
                budget.read(2L * block.length);
                if (!Arrays.equals(block, otherBytes.readNBytes(65_536))) {
                    return false;
                }
                block = bytes.readNBytes(65_536);
            }
            return otherBytes.read() < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
