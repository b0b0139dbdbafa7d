package io.github.iamsmart.internal.signature.revisions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * The pages, annotations and form fields of a revision. They point at each other and are compared one by one, so
 * whoever meets one on the way compares only which one it is. Immutable once made.
 */
final class Layout {

    private final Revision revision;
    private static final int DEEPEST = 100;
    private static final int LONGEST_NAME = 2_000;

    private final List<Page> pages = new ArrayList<>();
    private final Map<String, List<Integer>> pagesOfAnnotations = new HashMap<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final IdentityHashMap<COSBase, Landmark> landmarks = new IdentityHashMap<>();

    private Layout(Revision revision) {
        this.revision = revision;
    }

    /**
     * A page.
     *
     * @param dictionary its own entries
     * @param box its MediaBox, its own or inherited
     * @param crop its CropBox, the part that readers show, its own or inherited
     * @param annotations by identity, in their order
     */
    record Page(
            COSDictionary dictionary,
            @Nullable COSBase box,
            @Nullable COSBase crop,
            List<Annotation> annotations) {}

    /**
     * An annotation.
     *
     * @param id which one; empty where it stands in the page itself
     * @param dictionary its entries
     */
    record Annotation(Optional<String> id, COSDictionary dictionary) {}

    /**
     * A form field or one of its widgets.
     *
     * @param id which one
     * @param dictionary its entries
     * @param name the full name
     * @param isSignature whether it is a field for signatures
     * @param parent what it belongs to
     * @param depth how many parents it has
     */
    record Field(
            String id, COSDictionary dictionary, String name, boolean isSignature, Optional<Field> parent, int depth) {}

    /**
     * What others point at.
     *
     * @param id which one
     * @param isPage whether it is a page, or the catalog; otherwise an annotation or a field
     */
    record Landmark(String id, boolean isPage) {}

    static Layout of(Revision revision) {
        Layout layout = new Layout(revision);
        layout.landmarks.put(dictionary(revision.catalog()), new Landmark("catalog", true));
        layout.readPages();
        layout.readFields();
        return layout;
    }

    List<Page> pages() {
        return pages;
    }

    /** {@return the pages on which a field is an annotation, from 0} */
    List<Integer> pagesOf(Field field) {
        return pagesOfAnnotations.getOrDefault(field.id(), List.of());
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** {@return which page, annotation or field this is; empty if none} */
    Optional<Landmark> landmark(COSBase object) {
        return Optional.ofNullable(landmarks.get(object));
    }

    private record Node(
            Optional<String> id,
            COSDictionary dictionary,
            @Nullable COSBase box,
            @Nullable COSBase crop) {}

    private void readPages() {
        IdentityHashMap<COSDictionary, Boolean> seen = new IdentityHashMap<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(new Node(Optional.empty(), dictionary(revision.get(revision.catalog(), COSName.PAGES)), null, null));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (seen.put(node.dictionary(), true) != null) {
                throw new UndecidedException("its pages are nested in a circle");
            }
            @Nullable COSBase box = inherited(node.dictionary(), COSName.MEDIA_BOX, node.box());
            @Nullable COSBase crop = inherited(node.dictionary(), COSName.CROP_BOX, node.crop());
            if (!node.dictionary().containsKey(COSName.KIDS)) {
                addPage(node.id().orElse("page " + pages.size()), node.dictionary(), box, crop);
                continue;
            }
            COSArray kids = revision.array(node.dictionary(), COSName.KIDS);
            for (int i = kids.size() - 1; i >= 0; i--) {
                open.push(new Node(id(kids.get(i)), dictionary(revision.resolve(kids.get(i))), box, crop));
            }
        }
    }

    private @Nullable COSBase inherited(COSDictionary node, COSName key, @Nullable COSBase above) {
        @Nullable COSBase own = revision.get(node, key);
        return own == null ? above : own;
    }

    private void addPage(String pageId, COSDictionary page, @Nullable COSBase box, @Nullable COSBase crop) {
        landmarks.put(page, new Landmark(pageId, true));
        List<Annotation> annotations = new ArrayList<>();
        for (COSBase each : revision.array(page, COSName.ANNOTS)) {
            if (revision.resolve(each) != null) {
                COSDictionary annotation = dictionary(revision.resolve(each));
                Optional<String> id = id(each);
                annotations.add(new Annotation(id, annotation));
                id.ifPresent(which -> landmarks.put(annotation, new Landmark(which, false)));
                id.ifPresent(which -> pagesOfAnnotations
                        .computeIfAbsent(which, any -> new ArrayList<>())
                        .add(pages.size()));
            }
        }
        pages.add(new Page(page, box, crop, annotations));
    }

    private static Optional<String> id(COSBase reference) {
        return reference instanceof COSObject && reference.getKey() != null
                ? Optional.of("object " + reference.getKey())
                : Optional.empty();
    }

    private record Pending(COSBase reference, Optional<Field> parent) {}

    private void readFields() {
        @Nullable COSBase form = revision.get(revision.catalog(), COSName.ACRO_FORM);
        if (form == null) {
            return;
        }
        Deque<Pending> open = new ArrayDeque<>();
        revision.array(dictionary(form), COSName.FIELDS).forEach(each -> open.add(new Pending(each, Optional.empty())));
        while (!open.isEmpty()) {
            Pending next = open.poll();
            if (revision.resolve(next.reference()) == null) {
                continue;
            }
            COSDictionary dictionary = dictionary(revision.resolve(next.reference()));
            String id = id(next.reference())
                    .orElseThrow(() -> new UndecidedException("a form field is no object of its own"));
            Field field = field(id, dictionary, next.parent());
            if (fields.put(id, field) != null) {
                throw new UndecidedException("a form field is listed twice");
            }
            landmarks.put(dictionary, new Landmark(id, false));
            revision.array(dictionary, COSName.KIDS).forEach(each -> open.add(new Pending(each, Optional.of(field))));
        }
    }

    private Field field(String id, COSDictionary dictionary, Optional<Field> parent) {
        @Nullable COSBase type = revision.get(dictionary, COSName.FT);
        boolean isSignature = type == null ? parent.map(Field::isSignature).orElse(false) : COSName.SIG.equals(type);
        String above = parent.map(Field::name).orElse("");
        String own = dictionary.containsKey(COSName.T) ? text(dictionary) : "";
        String name = above.isEmpty() || own.isEmpty() ? above + own : above + "." + own;
        int depth = parent.map(Field::depth).orElse(0) + 1;
        if (depth > DEEPEST || name.length() > LONGEST_NAME) {
            throw Budget.tooLarge();
        }
        return new Field(id, dictionary, name, isSignature, parent, depth);
    }

    private String text(COSDictionary dictionary) {
        return revision.get(dictionary, COSName.T) instanceof COSString text ? text.getString() : "";
    }

    private static COSDictionary dictionary(@Nullable COSBase value) {
        // A stream in such a place would also have data, which nobody compares here.
        if (value instanceof COSDictionary dictionary && !(value instanceof COSStream)) {
            return dictionary;
        }
        throw new UndecidedException("its pages or form fields are no dictionaries");
    }
}
