package io.github.iamsmart.internal.signature.revisions;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Compares two revisions of a PDF from the trailer down. Everything that no rule allows is a change. */
final class Comparison {

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final Set<String> DATES_AND_PROGRAMS = Set.of("ModDate", "Producer");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("OpenAction", "what happens on opening"),
            Map.entry("AA", "what happens on its own"),
            Map.entry("AF", "the attached files"),
            Map.entry("JavaScript", "its JavaScript"),
            Map.entry("EmbeddedFiles", "the attached files"),
            Map.entry("Dests", "the named places"),
            Map.entry("Outlines", "the outline"),
            Map.entry("OCProperties", "which layers are shown"),
            Map.entry("PageLabels", "the page numbers"),
            Map.entry("ViewerPreferences", "how it is shown"),
            Map.entry("StructTreeRoot", "the tags for screen readers"),
            Map.entry("Perms", "the certification"),
            Map.entry("Contents", "what is written on it"),
            Map.entry("Resources", "its fonts or images"));

    private final Revision before;
    private final Revision after;
    private final Layout layoutBefore;
    private final Layout layoutAfter;
    private final Sameness sameness;
    private final Changes changes = new Changes();

    private Comparison(Revision before, Revision after, Budget budget) {
        this.before = before;
        this.after = after;
        this.layoutBefore = Layout.of(before);
        this.layoutAfter = Layout.of(after);
        this.sameness = new Sameness(before, layoutBefore, after, layoutAfter, budget);
    }

    static Changes compare(Revision before, Revision after, ChangeRules rules, Budget budget) {
        Comparison comparison = new Comparison(before, after, budget);
        PageCover cover = new PageCover(after, comparison.layoutAfter, comparison.changes);
        comparison.compareTrailers();
        comparison.compareCatalogs();
        new PageComparison(
                        before,
                        comparison.layoutBefore,
                        after,
                        comparison.layoutAfter,
                        comparison.sameness,
                        rules,
                        comparison.changes,
                        cover)
                .compare();
        new FormComparison(
                        before,
                        comparison.layoutBefore,
                        after,
                        comparison.layoutAfter,
                        comparison.sameness,
                        rules,
                        comparison.changes,
                        cover)
                .compare();
        return comparison.changes;
    }

    private void compareTrailers() {
        if (!sameness.same(before.trailer(), after.trailer(), COSName.ENCRYPT)) {
            changes.forbid("the encryption was changed");
        }
        COSDictionary then = information(before);
        COSDictionary now = information(after);
        for (COSName key : keys(then, now)) {
            if (!sameness.same(then, now, key)) {
                String what = "the document information was changed (" + Changes.quote(key.getName()) + ")";
                if (DATES_AND_PROGRAMS.contains(key.getName())) {
                    changes.allowData(what);
                } else {
                    changes.forbid(what);
                }
            }
        }
    }

    private static COSDictionary information(Revision revision) {
        return revision.get(revision.trailer(), COSName.INFO) instanceof COSDictionary information
                ? information
                : new COSDictionary();
    }

    /** {@return the names of the entries that one of two dictionaries has} */
    static Set<COSName> keys(COSDictionary then, COSDictionary now) {
        Set<COSName> keys = new LinkedHashSet<>(then.keySet());
        keys.addAll(now.keySet());
        return keys;
    }

    private void compareCatalogs() {
        COSDictionary then = before.catalog();
        COSDictionary now = after.catalog();
        Set<COSName> keys = keys(then, now);
        keys.removeAll(Set.of(COSName.PAGES, COSName.ACRO_FORM));
        for (COSName key : keys) {
            if (!sameness.same(then, now, key) && !isTypeAdded(then, now, key)) {
                changedInCatalog(key);
            }
        }
    }

    /** {@return whether only the type was added, which PDFBox does where it is missing} */
    static boolean isTypeAdded(COSDictionary then, COSDictionary now, COSName key) {
        return COSName.TYPE.equals(key)
                && !then.containsKey(key)
                && Set.of(COSName.CATALOG, COSName.PAGE).contains(now.getItem(key));
    }

    private void changedInCatalog(COSName key) {
        @Nullable COSBase now = after.get(after.catalog(), key);
        if (DSS.equals(key) && now instanceof COSDictionary) {
            changes.allowData("data for validation were added");
        } else if (COSName.METADATA.equals(key) && now instanceof COSStream) {
            changes.allowData("the metadata were changed");
        } else if (COSName.STRUCT_TREE_ROOT.equals(key) && now instanceof COSDictionary) {
            changes.doubt("the tags, which screen readers follow, were changed");
        } else if (COSName.NAMES.equals(key)) {
            changedNames();
        } else if (!COSName.VERSION.equals(key) && !EXTENSIONS.equals(key)) {
            changes.forbid(words(key) + " changed");
        }
    }

    private void changedNames() {
        COSDictionary then = names(before);
        COSDictionary now = names(after);
        for (COSName key : keys(then, now)) {
            if (!sameness.same(then, now, key)) {
                changes.forbid(words(key) + " changed");
            }
        }
    }

    private static COSDictionary names(Revision revision) {
        return revision.get(revision.catalog(), COSName.NAMES) instanceof COSDictionary names
                ? names
                : new COSDictionary();
    }

    /** {@return plain words for an entry} */
    static String words(COSName key) {
        return WORDS.getOrDefault(key.getName(), Changes.quote(key.getName()));
    }
}
