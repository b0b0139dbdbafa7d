package io.github.iamsmart.internal.signature.revisions;

import io.github.iamsmart.internal.signature.revisions.Layout.Field;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Compares the form fields of two revisions, and the form itself. */
final class FormComparison {

    private static final COSName XFA = COSName.getPDFName("XFA");

    private final Revision before;
    private final Layout layoutBefore;
    private final Revision after;
    private final Layout layoutAfter;
    private final Sameness sameness;
    private final Changes changes;
    private final AddedSignatures addedSignatures;
    private final FieldComparison fields;
    private final PageCover cover;

    FormComparison(
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
        this.changes = changes;
        this.cover = cover;
        this.addedSignatures = new AddedSignatures(before.length(), after, layoutAfter, rules, changes, cover);
        boolean drawnAnew = truth(before.get(form(before), COSName.NEED_APPEARANCES));
        this.fields = new FieldComparison(before, after, sameness, rules, changes, addedSignatures, drawnAnew);
    }

    void compare() {
        compareForms();
        for (Field field : layoutBefore.fields().values()) {
            @Nullable Field now = layoutAfter.fields().get(field.id());
            if (now == null) {
                changes.forbid("form field " + Changes.quote(field.name()) + " was removed");
            } else {
                fields.compare(field, now);
                if (fields.isRedrawn(field, now)) {
                    layoutAfter.pagesOf(now).forEach(page -> cover.fill(now.dictionary(), page));
                }
            }
        }
        for (Field field : layoutAfter.fields().values()) {
            if (!layoutBefore.fields().containsKey(field.id())) {
                added(field);
            }
        }
    }

    private void added(Field field) {
        if (field.isSignature()) {
            boolean ofSigned = field.parent()
                    .map(parent -> layoutBefore.fields().get(parent.id()))
                    .filter(fields::wasSigned)
                    .isPresent();
            if (ofSigned) {
                changes.forbid("signature " + Changes.quote(field.name()) + " was shown in another place");
            } else {
                addedSignatures.add(field);
            }
        } else if (!isMereParent(field.dictionary())) {
            changes.forbid("form field " + Changes.quote(field.name()) + " was added");
        }
    }

    /** Names of fields are built from those of their parents, which are nothing else. */
    private static boolean isMereParent(COSDictionary field) {
        return field.containsKey(COSName.KIDS)
                && Set.of(COSName.KIDS, COSName.T, COSName.PARENT, COSName.TU, COSName.TM)
                        .containsAll(field.keySet());
    }

    private void compareForms() {
        COSDictionary then = form(before);
        COSDictionary now = form(after);
        if (before.get(before.catalog(), COSName.ACRO_FORM) != null
                && after.get(after.catalog(), COSName.ACRO_FORM) == null) {
            changes.forbid("the form was removed");
            return;
        }
        Set<COSName> keys = Comparison.keys(then, now);
        keys.remove(COSName.FIELDS);
        for (COSName key : keys) {
            if (!sameness.same(then, now, key) && !isAllowed(key, then, now)) {
                changes.forbid("the form was changed (" + Changes.quote(key.getName()) + ")");
            }
        }
    }

    private static COSDictionary form(Revision revision) {
        return revision.get(revision.catalog(), COSName.ACRO_FORM) instanceof COSDictionary form
                ? form
                : new COSDictionary();
    }

    private boolean isAllowed(COSName key, COSDictionary then, COSDictionary now) {
        if (COSName.SIG_FLAGS.equals(key)) {
            long flags = number(before.get(then, key));
            return (number(after.get(now, key)) & flags) == flags;
        }
        if (COSName.NEED_APPEARANCES.equals(key)) {
            boolean drawnAnew = truth(before.get(then, key));
            if (drawnAnew) {
                changes.doubt("the looks of form fields, which programs drew from their values, were fixed");
            }
            return drawnAnew || !truth(after.get(now, key));
        }
        if (truth(after.get(now, COSName.NEED_APPEARANCES)) || now.containsKey(XFA)) {
            return false; // then what may be added here draws the fields
        }
        return COSName.DA.equals(key)
                ? !then.containsKey(key)
                : COSName.DR.equals(key) && onlyFontsAdded(before.get(then, key), after.get(now, key));
    }

    private boolean onlyFontsAdded(@Nullable COSBase then, @Nullable COSBase now) {
        COSDictionary resources = then instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
        if (!(now instanceof COSDictionary resourcesNow)) {
            return false;
        }
        for (COSName kind : Comparison.keys(resources, resourcesNow)) {
            if (!sameness.same(resources, resourcesNow, kind)
                    && !(COSName.FONT.equals(kind)
                            && hasAll(before.get(resources, kind), after.get(resourcesNow, kind)))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasAll(@Nullable COSBase then, @Nullable COSBase now) {
        if (then == null) {
            return true;
        }
        return then instanceof COSDictionary fonts
                && now instanceof COSDictionary fontsNow
                && fonts.keySet().stream()
                        .allMatch(name -> sameness.same(fonts.getItem(name), fontsNow.getItem(name), COSName.FONT));
    }

    /** {@return an integer; 0 if it is none} */
    static long number(@Nullable COSBase value) {
        return value instanceof COSInteger number ? number.longValue() : 0;
    }

    private static boolean truth(@Nullable COSBase value) {
        return value instanceof COSBoolean truth && truth.getValue();
    }
}
