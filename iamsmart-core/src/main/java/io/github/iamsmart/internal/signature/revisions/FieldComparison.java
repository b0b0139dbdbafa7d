package io.github.iamsmart.internal.signature.revisions;

import io.github.iamsmart.internal.signature.revisions.Layout.Field;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Compares a form field of two revisions, or one of its widgets. */
final class FieldComparison {

    private static final COSName BUTTON = COSName.getPDFName("Btn");
    private static final long PUSH_BUTTON = 1 << 16;
    /** What changes where a button is chosen; what it looks like then is there already. */
    private static final Set<COSName> CHOSEN = Set.of(COSName.V, COSName.AS, COSName.M);
    /** What changes with a value: the state, the choice, the text with its styles, and the date. */
    private static final Set<COSName> WITH_VALUE = Set.of(COSName.AS, COSName.I, COSName.getPDFName("RV"), COSName.M);

    private static final Set<COSName> APPEARANCES = Set.of(COSName.N, COSName.D, COSName.R);
    /** What signing an empty field may give it. */
    private static final Set<COSName> SIGNED_FIELD = Set.of(
            COSName.F,
            COSName.RECT,
            COSName.MK,
            COSName.P,
            COSName.DA,
            COSName.TYPE,
            COSName.SUBTYPE,
            COSName.BS,
            COSName.BORDER,
            COSName.M,
            COSName.AS);

    private final Revision before;
    private final Revision after;
    private final Sameness sameness;
    private final ChangeRules rules;
    private final Changes changes;
    private final AddedSignatures addedSignatures;
    private final boolean drawnAnew;

    FieldComparison(
            Revision before,
            Revision after,
            Sameness sameness,
            ChangeRules rules,
            Changes changes,
            AddedSignatures addedSignatures,
            boolean drawnAnew) {
        this.before = before;
        this.after = after;
        this.sameness = sameness;
        this.rules = rules;
        this.changes = changes;
        this.addedSignatures = addedSignatures;
        this.drawnAnew = drawnAnew;
    }

    void compare(Field then, Field now) {
        String name = Changes.quote(then.name());
        if (!then.name().equals(now.name())
                || then.isSignature() != now.isSignature()
                || !then.parent().map(Field::id).equals(now.parent().map(Field::id))) {
            changes.forbid("form field " + name + " became another one");
            return;
        }
        Set<COSName> keys = Comparison.keys(then.dictionary(), now.dictionary());
        keys.remove(COSName.KIDS);
        for (COSName key : keys) {
            if (!sameness.same(then.dictionary(), now.dictionary(), key)) {
                changed(then, now, key);
            }
        }
    }

    private void changed(Field then, Field now, COSName key) {
        if (wasSigned(then)) {
            changes.forbid(
                    "signature " + Changes.quote(then.name()) + " was changed (" + Changes.quote(key.getName()) + ")");
        } else if (then.isSignature()) {
            changedSignatureField(then, now, key);
        } else {
            changedField(then, now, key);
        }
    }

    /** An empty field for a signature. */
    private void changedSignatureField(Field then, Field now, COSName key) {
        boolean isLocked = rules.locks(then.name());
        boolean belongs = SIGNED_FIELD.contains(key) || isAppearance(now, key);
        if (COSName.V.equals(key) && !isLocked) {
            addedSignatures.add(now);
        } else if (!isLocked && belongs && isFilled(then, now)) {
            addedSignatures.show(now);
        } else {
            changes.forbid((isLocked ? "locked signature field " : "signature field ") + Changes.quote(then.name())
                    + " was changed (" + Changes.quote(key.getName()) + ")");
        }
    }

    private void changedField(Field then, Field now, COSName key) {
        String name = Changes.quote(then.name());
        boolean isLocked = rules.locks(then.name());
        boolean mayBeFilled = rules.allows(ChangeRules.FORMS_AND_SIGNATURES) && !isLocked;
        String field = (isLocked ? "locked form field " : "form field ") + name;
        if (isOfValue(then, now, key)) {
            changes.record(mayBeFilled, field + " was filled in");
        } else if (drawnAnew && mayBeFilled && isAppearance(now, key)) {
            changes.doubt(field + " got a look of its own, where programs drew its value");
        } else if (!mayBeFilled || !becomesReadOnly(then, now, key)) {
            changes.forbid(
                    COSName.AP.equals(key) && !isFilled(then, now)
                            ? field + " got another look, though not another value"
                            : field + " was changed (" + Changes.quote(key.getName()) + ")");
        }
    }

    private boolean isOfValue(Field then, Field now, COSName key) {
        if (BUTTON.equals(inherited(then, COSName.FT))
                && ((FormComparison.number(inherited(then, COSName.FF)) & PUSH_BUTTON) != 0 || !CHOSEN.contains(key))) {
            return false;
        }
        return COSName.V.equals(key)
                ? !(after.get(now.dictionary(), key) instanceof COSDictionary)
                : isFilled(then, now) && (isWithValue(now, key) || isAppearance(now, key));
    }

    private @Nullable COSBase inherited(Field field, COSName key) {
        @Nullable COSBase own = before.get(field.dictionary(), key);
        return own == null && field.parent().isPresent()
                ? inherited(field.parent().get(), key)
                : own;
    }

    /** Signing programs make the fields that they lock read-only. */
    private boolean becomesReadOnly(Field then, Field now, COSName key) {
        return COSName.FF.equals(key)
                && FormComparison.number(after.get(now.dictionary(), key))
                        == (FormComparison.number(before.get(then.dictionary(), key)) | 1);
    }

    private boolean isWithValue(Field now, COSName key) {
        @Nullable COSBase value = after.get(now.dictionary(), key);
        return WITH_VALUE.contains(key)
                && !(value instanceof COSStream)
                && (!COSName.I.equals(key) || value == null || value instanceof COSArray);
    }

    private boolean isAppearance(Field now, COSName key) {
        return COSName.AP.equals(key)
                && after.get(now.dictionary(), key) instanceof COSDictionary looks
                && !(looks instanceof COSStream)
                && APPEARANCES.containsAll(looks.keySet());
    }

    /** {@return whether the field, or the one that this is a widget of, has another value} */
    private boolean isFilled(Field then, Field now) {
        if (!sameness.same(then.dictionary(), now.dictionary(), COSName.V)) {
            return true;
        }
        return !then.dictionary().containsKey(COSName.T)
                && then.parent().isPresent()
                && now.parent().isPresent()
                && isFilled(then.parent().get(), now.parent().get());
    }

    /** {@return whether the field, or a widget of it, looks different} */
    boolean isRedrawn(Field then, Field now) {
        return !sameness.same(then.dictionary(), now.dictionary(), COSName.AP)
                || !sameness.same(then.dictionary(), now.dictionary(), COSName.AS);
    }

    boolean wasSigned(Field field) {
        return field.isSignature()
                && (before.get(field.dictionary(), COSName.V) != null
                        || field.parent().filter(this::wasSigned).isPresent());
    }
}
