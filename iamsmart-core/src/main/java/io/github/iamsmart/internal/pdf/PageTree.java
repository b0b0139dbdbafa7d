package io.github.iamsmart.internal.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a PDF. Readers that count in different ways find the same pages: the tree has no circle, no page twice,
 * and true counts.
 */
public final class PageTree {

    private static final int DEEPEST = 64;

    /** What pages inherit. */
    private static final List<COSName> INHERITABLE = List.of(COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    private final List<Page> pages = new ArrayList<>();
    private final Set<COSObjectKey> visited = new HashSet<>();

    /**
     * A page.
     *
     * @param key its object number
     * @param dictionary the page
     * @param ancestors the nodes above it, from the root
     */
    public record Page(COSObjectKey key, COSDictionary dictionary, List<COSDictionary> ancestors) {

        /** {@return an attribute of the page or of the closest node that has it} */
        public @Nullable COSBase attribute(COSName name) {
            COSBase own = dictionary.getDictionaryObject(name);
            for (int i = ancestors.size() - 1; own == null && i >= 0 && INHERITABLE.contains(name); i--) {
                own = ancestors.get(i).getDictionaryObject(name);
            }
            return own;
        }
    }

    private PageTree() {}

    static PageTree of(COSDictionary catalog) {
        PageTree tree = new PageTree();
        if (!(catalog.getItem(COSName.PAGES) instanceof COSObject root)) {
            throw new UnsoundPdfException("it has no page tree");
        }
        tree.add(root, List.of());
        return tree;
    }

    /** {@return all pages in their order} */
    public List<Page> pages() {
        return Collections.unmodifiableList(pages);
    }

    private void add(COSBase kid, List<COSDictionary> ancestors) {
        if (!(kid instanceof COSObject reference) || !(reference.getObject() instanceof COSDictionary node)) {
            throw new UnsoundPdfException("its page tree has something that is no page");
        }
        if (!visited.add(reference.getKey()) || ancestors.size() > DEEPEST) {
            throw new UnsoundPdfException("its page tree has a page twice, a circle, or too many levels");
        }
        COSName type = node.getCOSName(COSName.TYPE);
        if (COSName.PAGE.equals(type)) {
            pages.add(new Page(reference.getKey(), node, ancestors));
        } else if (COSName.PAGES.equals(type)) {
            addKids(node, ancestors);
        } else {
            throw new UnsoundPdfException("its page tree has something that is no page");
        }
    }

    private void addKids(COSDictionary node, List<COSDictionary> ancestors) {
        int before = pages.size();
        List<COSDictionary> path = new ArrayList<>(ancestors);
        path.add(node);
        COSArray kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            add(kids.get(i), Collections.unmodifiableList(path));
        }
        if (node.getInt(COSName.COUNT) != pages.size() - before) {
            throw new UnsoundPdfException("its page tree does not have as many pages as it says");
        }
    }
}
