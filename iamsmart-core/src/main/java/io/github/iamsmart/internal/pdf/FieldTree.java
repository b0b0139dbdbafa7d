package io.github.iamsmart.internal.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/** The fields of a form, which PDFBox walks through without looking where it goes. */
final class FieldTree {

    private static final int DEEPEST = 64;

    private record Node(COSDictionary dictionary, int depth) {}

    private FieldTree() {}

    /** Checks that a walk through the fields, down or up, comes to an end. */
    static void requireATree(COSDictionary catalog) {
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form == null && catalog.getDictionaryObject(COSName.ACRO_FORM) != null) {
            throw new UnsoundPdfException("its form is not a form");
        }
        Deque<Node> open = new ArrayDeque<>();
        Set<COSDictionary> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        if (form != null) {
            push(open, form.getCOSArray(COSName.FIELDS), 0);
        }
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!visited.add(node.dictionary()) || node.depth() > DEEPEST) {
                throw new UnsoundPdfException("its form has a field twice, a circle, or too many levels");
            }
            requireShortWayUp(node.dictionary());
            push(open, node.dictionary().getCOSArray(COSName.KIDS), node.depth() + 1);
        }
    }

    private static void push(Deque<Node> open, @Nullable COSArray kids, int depth) {
        for (int i = 0; kids != null && i < kids.size(); i++) {
            if (!(kids.get(i) instanceof COSObject)) {
                throw new UnsoundPdfException("its form has something that is no field");
            }
            if (kids.getObject(i) instanceof COSDictionary kid) {
                open.push(new Node(kid, depth));
            }
        }
    }

    private static void requireShortWayUp(COSDictionary field) {
        COSDictionary parent = field.getCOSDictionary(COSName.PARENT);
        for (int i = 0; parent != null; i++) {
            if (i > DEEPEST) {
                throw new UnsoundPdfException("its form has a circle or too many levels");
            }
            parent = parent.getCOSDictionary(COSName.PARENT);
        }
    }
}
