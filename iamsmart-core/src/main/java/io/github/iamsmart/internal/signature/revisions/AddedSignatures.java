package io.github.iamsmart.internal.signature.revisions;

import io.github.iamsmart.internal.signature.revisions.Layout.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Judges signatures that were added later, and what they draw on pages. */
final class AddedSignatures {

    private static final COSName RFC_3161 = COSName.getPDFName("ETSI.RFC3161");

    private final long lengthBefore;
    private final Revision after;
    private final Layout layout;
    private final ChangeRules rules;
    private final Changes changes;
    private final PageCover cover;

    AddedSignatures(
            long lengthBefore, Revision after, Layout layout, ChangeRules rules, Changes changes, PageCover cover) {
        this.lengthBefore = lengthBefore;
        this.after = after;
        this.layout = layout;
        this.rules = rules;
        this.changes = changes;
        this.cover = cover;
    }

    /** Judges a field for a signature that is new, or was empty. */
    void add(Field field) {
        Optional<COSDictionary> signature = signature(field);
        if (signature.filter(this::isOfThatRevision).isPresent()) {
            changes.forbid("signature " + Changes.quote(field.name())
                    + " was added, which covers only what had been signed before");
        }
        boolean isTimeStamp = signature.filter(this::isTimeStamp).isPresent();
        List<Integer> pages = pages(field);
        String what = words(Changes.quote(field.name()), signature.isPresent(), isTimeStamp, pages);
        if (rules.allows(ChangeRules.FORMS_AND_SIGNATURES) && !pages.isEmpty()) {
            changes.allowSeen(what);
        } else if (isTimeStamp && pages.isEmpty()) {
            changes.allowData(what);
        } else {
            changes.record(rules.allows(ChangeRules.FORMS_AND_SIGNATURES), what);
        }
        show(field);
    }

    /** Judges what a field for a signature shows on pages. */
    void show(Field field) {
        COSDictionary widget = field.dictionary();
        String name = Changes.quote(field.name());
        @Nullable COSBase kind = after.get(widget, COSName.SUBTYPE);
        List<Integer> pages = pages(field);
        if (kind != null && !COSName.WIDGET.equals(kind)) {
            changes.forbid("signature field " + name + " became an annotation of another kind");
        }
        if (widget.containsKey(COSName.A) || widget.containsKey(COSName.AA)) {
            changes.forbid("signature field " + name + " does something when it is used");
        }
        if (!pages.isEmpty() && !rules.allows(ChangeRules.FORMS_AND_SIGNATURES)) {
            changes.forbid("signature field " + name + " is shown");
        }
        pages.forEach(page -> cover.add(widget, page));
    }

    private static String words(String name, boolean isSigned, boolean isTimeStamp, List<Integer> pages) {
        String what = isTimeStamp ? "time-stamp " : isSigned ? "signature " : "an empty field for signature ";
        String where = pages.isEmpty()
                ? ""
                : ", visible on page "
                        + pages.stream().map(page -> "" + (page + 1)).collect(Collectors.joining(", "));
        return what + name + " was added" + where;
    }

    /** Who copies a signature into another field makes two signatures of one. */
    private boolean isOfThatRevision(COSDictionary signature) {
        return !(after.get(signature, COSName.BYTERANGE) instanceof COSArray range)
                || range.size() != 4
                || !(after.resolve(range.get(1)) instanceof COSInteger hole)
                || hole.longValue() < lengthBefore;
    }

    private Optional<COSDictionary> signature(Field field) {
        if (after.get(field.dictionary(), COSName.V) instanceof COSDictionary signature) {
            return Optional.of(signature);
        }
        return field.parent().filter(Field::isSignature).flatMap(this::signature);
    }

    private boolean isTimeStamp(COSDictionary signature) {
        return RFC_3161.equals(after.get(signature, COSName.SUB_FILTER));
    }

    /** {@return the pages on which it is seen, from 0} */
    private List<Integer> pages(Field field) {
        return cover.isSeen(field.dictionary()) ? layout.pagesOf(field) : List.of();
    }
}
