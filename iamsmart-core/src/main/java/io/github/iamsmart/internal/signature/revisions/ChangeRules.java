package io.github.iamsmart.internal.signature.revisions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed in a PDF after the signatures that it has: by certification ({@code DocMDP}) and by the locks of
 * signature fields ({@code FieldMDP}, {@code SigFieldLock}). Each signature may take away what earlier ones left.
 * Immutable.
 */
public final class ChangeRules {

    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName FIELD_MDP = COSName.getPDFName("FieldMDP");
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");
    private static final COSName LOCK = COSName.getPDFName("Lock");
    private static final COSName ACTION = COSName.getPDFName("Action");
    private static final int MOST_FIELDS = 1_000_000;
    private static final int MOST_LOCKS = 100;

    static final int NO_CHANGES = 1;
    /** Also where a certification says nothing else, and where there is none. */
    static final int FORMS_AND_SIGNATURES = 2;

    static final int ANNOTATIONS = 3;

    private final Set<String> included = new HashSet<>();
    private final List<Set<String>> excluded = new ArrayList<>();
    private int level = FORMS_AND_SIGNATURES;
    private Optional<String> source = Optional.empty();

    private ChangeRules() {}

    /**
     * Reads the rules of a PDF.
     *
     * @param catalog its catalog
     * @return the rules of all its signatures together
     * @throws UndecidedException if a rule is of a kind that is not known
     */
    public static ChangeRules of(COSDictionary catalog) {
        ChangeRules rules = new ChangeRules();
        @Nullable COSDictionary permissions = catalog.getCOSDictionary(PERMS);
        @Nullable COSDictionary certification = permissions == null ? null : permissions.getCOSDictionary(DOC_MDP);
        if (certification != null && !rules.readReferences(certification)) {
            rules.limit(FORMS_AND_SIGNATURES, "certified");
        }
        @Nullable COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null) {
            rules.readFields(form);
        }
        return rules;
    }

    private void readFields(COSDictionary form) {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> open = new ArrayDeque<>();
        addAll(form.getCOSArray(COSName.FIELDS), open);
        while (!open.isEmpty() && seen.size() < MOST_FIELDS) {
            COSDictionary field = open.pop();
            if (seen.add(field)) {
                @Nullable COSDictionary signature = field.getCOSDictionary(COSName.V);
                if (signature != null) {
                    readReferences(signature);
                    @Nullable COSDictionary lock = field.getCOSDictionary(LOCK);
                    if (lock != null) {
                        readLock(lock);
                    }
                }
                addAll(field.getCOSArray(COSName.KIDS), open);
            }
        }
    }

    private static void addAll(@Nullable COSArray fields, Deque<COSDictionary> open) {
        for (int i = 0; fields != null && i < fields.size(); i++) {
            if (fields.getObject(i) instanceof COSDictionary field) {
                open.push(field);
            }
        }
    }

    /** {@return whether the signature certifies the document} */
    private boolean readReferences(COSDictionary signature) {
        boolean certifies = false;
        @Nullable COSArray references = signature.getCOSArray(REFERENCE);
        for (int i = 0; references != null && i < references.size(); i++) {
            if (references.getObject(i) instanceof COSDictionary reference) {
                @Nullable COSName method = reference.getCOSName(TRANSFORM_METHOD);
                @Nullable COSDictionary parameters = reference.getCOSDictionary(TRANSFORM_PARAMS);
                if (DOC_MDP.equals(method)) {
                    certifies = true;
                    @Nullable COSBase p = parameters == null ? null : parameters.getDictionaryObject(COSName.P);
                    limit(p == null ? FORMS_AND_SIGNATURES : level(p), "certified");
                } else if (FIELD_MDP.equals(method) && parameters != null) {
                    readLock(parameters);
                }
            }
        }
        return certifies;
    }

    private void readLock(COSDictionary lock) {
        @Nullable COSBase p = lock.getDictionaryObject(COSName.P);
        if (p != null) {
            limit(level(p), "locked by a signature");
        }
        @Nullable COSName action = lock.getCOSName(ACTION);
        String kind = action == null ? "" : action.getName();
        switch (kind) {
            case "All" -> exclude(Set.of());
            case "Include" -> included.addAll(names(lock.getCOSArray(COSName.FIELDS)));
            case "Exclude" -> exclude(names(lock.getCOSArray(COSName.FIELDS)));
            default -> throw new UndecidedException("it has a lock for fields of an unknown kind");
        }
    }

    private void exclude(Set<String> names) {
        if (excluded.size() == MOST_LOCKS) {
            throw new UndecidedException("it has too many locks for fields");
        }
        excluded.add(names);
    }

    private static Set<String> names(@Nullable COSArray fields) {
        Set<String> names = new HashSet<>();
        for (int i = 0; fields != null && i < fields.size(); i++) {
            if (fields.getObject(i) instanceof COSString name) {
                names.add(name.getString());
            }
        }
        return names;
    }

    private static int level(COSBase value) {
        if (value instanceof COSInteger number
                && number.longValue() >= NO_CHANGES
                && number.longValue() <= ANNOTATIONS) {
            return number.intValue();
        }
        throw new UndecidedException("it is certified or locked in a way that is not known");
    }

    private void limit(int permission, String by) {
        if (source.isEmpty() || permission < level) {
            level = permission;
            source = Optional.of(by);
        }
    }

    /** {@return whether nothing may be changed or signed any more} */
    public boolean forbidsSigning() {
        return level == NO_CHANGES;
    }

    /** {@return whether a lock, and no certification, says what may be changed} */
    public boolean isLock() {
        return source.filter(by -> by.startsWith("locked")).isPresent();
    }

    boolean allows(int permission) {
        return level >= permission;
    }

    boolean locks(String field) {
        return isNamed(field, included) || excluded.stream().anyMatch(names -> !isNamed(field, names));
    }

    /** The name of a field also means those below it. */
    private static boolean isNamed(String field, Set<String> names) {
        for (int end = field.length(); end > 0; end = field.lastIndexOf('.', end - 1)) {
            if (names.contains(field.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** {@return what the rules are, as a sentence; empty if no signature made any} */
    Optional<String> words() {
        String what = switch (level) {
            case NO_CHANGES -> "against all changes";
            case FORMS_AND_SIGNATURES -> "for filling in forms and signing only";
            default -> "for filling in forms, signing and comments only";
        };
        return source.map(by -> "The document is " + by + " " + what + " (P " + level + ").");
    }
}
