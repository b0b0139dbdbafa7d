package io.github.iamsmart.internal.signature.revisions;

import io.github.iamsmart.internal.signature.revisions.Layout.Annotation;
import io.github.iamsmart.internal.signature.revisions.Layout.Page;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;

/** Compares the pages of two revisions, and the annotations on them. */
final class PageComparison {

    /** Annotations that are words and marks, and hold nothing else. */
    private static final Set<String> MARKS = Set.of(
            "Text",
            "FreeText",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Stamp",
            "Caret",
            "Ink",
            "Popup");

    private final Revision before;
    private final Layout layoutBefore;
    private final Revision after;
    private final Layout layoutAfter;
    private final Sameness sameness;
    private final ChangeRules rules;
    private final Changes changes;
    private final PageCover cover;

    PageComparison(
            Revision before,
            Layout layoutBefore,
            Revision after,
            Layout layoutAfter,
            Sameness sameness,
            ChangeRules rules,
            Changes changes,
            PageCover cover) {
        this.before = before;
        this.layoutBefore = layoutBefore;
        this.after = after;
        this.layoutAfter = layoutAfter;
        this.sameness = sameness;
        this.rules = rules;
        this.changes = changes;
        this.cover = cover;
    }

    void compare() {
        int then = layoutBefore.pages().size();
        int now = layoutAfter.pages().size();
        if (then != now) {
            changes.forbid("it has " + now + " pages and had " + then);
        } else if (!sameness.same(before.catalog(), after.catalog(), COSName.PAGES)) {
            changes.forbid("the list of pages was changed");
        }
        for (int i = 0; i < Math.min(then, now); i++) {
            compare(i + 1, layoutBefore.pages().get(i), layoutAfter.pages().get(i));
        }
    }

    private void compare(int number, Page then, Page now) {
        List<String> changed = new ArrayList<>();
        Set<COSName> keys = Comparison.keys(then.dictionary(), now.dictionary());
        keys.remove(COSName.ANNOTS);
        for (COSName key : keys) {
            if (!sameness.same(then.dictionary(), now.dictionary(), key)
                    && !Comparison.isTypeAdded(then.dictionary(), now.dictionary(), key)) {
                changed.add(Comparison.words(key));
            }
        }
        if (!changed.isEmpty()) {
            changes.forbid("page " + number + " was changed (" + String.join(", ", changed) + ")");
        }
        compareAnnotations(number, then.annotations(), now.annotations());
    }

    private void compareAnnotations(int page, List<Annotation> then, List<Annotation> now) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            int place = i;
            now.get(i).id().ifPresent(id -> places.putIfAbsent(id, place));
        }
        BitSet found = new BitSet();
        for (Annotation annotation : then) {
            int at = find(annotation, now, places, found.length());
            if (at < 0) {
                boolean isField = annotation
                        .id()
                        .filter(layoutBefore.fields()::containsKey)
                        .isPresent();
                changes.record(
                        rules.allows(ChangeRules.ANNOTATIONS) && !isField && !isWidget(before, annotation),
                        "an annotation of page " + page + " was removed or put over others");
            } else {
                compare(page, annotation, now.get(at));
                found.set(at);
            }
        }
        for (int i = found.nextClearBit(0); i < now.size(); i = found.nextClearBit(i + 1)) {
            added(page, now.get(i));
        }
    }

    /** {@return where an annotation is now, behind those that it was behind before; -1 if it is not there} */
    private int find(Annotation annotation, List<Annotation> now, Map<String, Integer> places, int from) {
        if (annotation.id().isPresent()) {
            int place = places.getOrDefault(annotation.id().get(), -1);
            return place < from ? -1 : place;
        }
        for (int i = from; i < now.size(); i++) {
            Annotation other = now.get(i);
            if (other.id().isEmpty() && sameness.same(annotation.dictionary(), other.dictionary(), COSName.AP)) {
                return i;
            }
        }
        return -1;
    }

    private void compare(int page, Annotation then, Annotation now) {
        boolean isField = then.id().filter(layoutBefore.fields()::containsKey).isPresent();
        boolean isSame = isField
                || Comparison.keys(then.dictionary(), now.dictionary()).stream()
                        .allMatch(key -> sameness.same(then.dictionary(), now.dictionary(), key));
        if (!isSame) {
            comment(page, now, isComment(before, then), "on page " + page + " was changed");
        }
    }

    private void added(int page, Annotation annotation) {
        boolean isNewField = annotation
                .id()
                .filter(id -> layoutAfter.fields().containsKey(id))
                .isPresent();
        if (isNewField) {
            boolean isMoved = layoutBefore.fields().containsKey(annotation.id().orElseThrow());
            if (isMoved && !isEmptySignature(annotation)) {
                changes.forbid("a form field was put on page " + page);
            }
            return; // a new field is judged with the form
        }
        comment(page, annotation, true, "was added to page " + page);
    }

    private void comment(int page, Annotation now, boolean wasComment, String what) {
        if (!rules.allows(ChangeRules.ANNOTATIONS) || !wasComment || !isComment(after, now)) {
            changes.forbid(kind(after, now) + " " + what);
            return;
        }
        cover.add(now.dictionary(), page - 1);
        if (after.get(now.dictionary(), COSName.SUBTYPE) instanceof COSName kind && MARKS.contains(kind.getName())) {
            changes.allowSeen(kind(after, now) + " " + what);
        } else {
            changes.doubt(kind(after, now) + " " + what + ": have a person look at it");
        }
    }

    /** An empty field may get its widget when it is signed. */
    private boolean isEmptySignature(Annotation annotation) {
        return Optional.ofNullable(layoutBefore.fields().get(annotation.id().orElseThrow()))
                .filter(field -> field.isSignature() && before.get(field.dictionary(), COSName.V) == null)
                .isPresent();
    }

    /** {@return whether it is an annotation that only says or draws something} */
    private static boolean isComment(Revision revision, Annotation annotation) {
        return !isWidget(revision, annotation)
                && !annotation.dictionary().containsKey(COSName.A)
                && !annotation.dictionary().containsKey(COSName.AA);
    }

    private static boolean isWidget(Revision revision, Annotation annotation) {
        return COSName.WIDGET.equals(revision.get(annotation.dictionary(), COSName.SUBTYPE))
                || annotation.dictionary().containsKey(COSName.FT);
    }

    private static String kind(Revision revision, Annotation annotation) {
        return revision.get(annotation.dictionary(), COSName.SUBTYPE) instanceof COSName kind
                ? "an annotation (" + Changes.quote(kind.getName()) + ")"
                : "an annotation";
    }
}
