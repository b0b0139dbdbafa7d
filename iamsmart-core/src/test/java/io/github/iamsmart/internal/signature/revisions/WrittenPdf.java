package io.github.iamsmart.internal.signature.revisions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.iamsmart.internal.signature.revisions.LaterChanges.Judgement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A PDF written by hand, with its updates: each byte is what a test says. */
final class WrittenPdf {

    /** One page with some text, a form with one field, and the metadata. */
    static final Map<Integer, String> OBJECTS = Map.of(
            1, "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [6 0 R]>> /Metadata 7 0 R>>",
            2, "<</Type /Pages /Kids [3 0 R] /Count 1>>",
            3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 5 0 R /Annots [6 0 R]>>",
            4, stream("BT (Pay 100) Tj ET"),
            5, "<</ProcSet [/PDF]>>",
            6, "<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (nobody) /Rect [0 0 50 20] /P 3 0 R>>",
            7, stream("<x:xmpmeta/>"),
            8, stream("BT (Pay 900) Tj ET"));

    private final StringBuilder text = new StringBuilder("%PDF-1.7\n");
    private long lastXref = -1;
    private int root = 1;
    private int size = 20;

    static String stream(String content) {
        return "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    static WrittenPdf base() {
        return new WrittenPdf().update(OBJECTS);
    }

    WrittenPdf raw(String more) {
        text.append(more);
        return this;
    }

    int length() {
        return text.length();
    }

    /** {@return where a text is found first} */
    int find(String what) {
        return text.indexOf(what);
    }

    /** Names another catalog in the trailers to come. */
    WrittenPdf root(int number) {
        root = number;
        return this;
    }

    /** Sets how many objects the trailers to come state. */
    WrittenPdf size(int count) {
        size = count;
        return this;
    }

    WrittenPdf update(Map<Integer, String> objects) {
        return update(objects, Map.of(), "");
    }

    /**
     * Appends an update.
     *
     * @param objects numbers and contents
     * @param entries lines of the table that are to be different, or are for no object here
     * @param trailer more entries of the trailer
     */
    WrittenPdf update(Map<Integer, String> objects, Map<Integer, String> entries, String trailer) {
        Map<Integer, String> table = new TreeMap<>();
        new TreeMap<>(objects).forEach((number, content) -> {
            table.put(number, String.format("%010d 00000 n", text.length()));
            text.append(number).append(" 0 obj\n").append(content).append("\nendobj\n");
        });
        table.putAll(entries);
        long xref = text.length();
        text.append("xref\n0 1\n0000000000 65535 f \n");
        table.forEach((number, line) ->
                text.append(number).append(" 1\n").append(line).append(" \n"));
        text.append("trailer\n<</Size ")
                .append(size)
                .append(" /Root ")
                .append(root)
                .append(" 0 R")
                .append(lastXref < 0 ? "" : " /Prev " + lastXref)
                .append(trailer)
                .append(">>\nstartxref\n")
                .append(xref)
                .append("\n%%EOF\n");
        lastXref = xref;
        return this;
    }

    /**
     * Appends an update whose objects are in an object stream.
     *
     * @param content the content of the stream: numbers and offsets, then objects
     * @param count how many objects
     * @param first where the first of them begins
     * @param entries lines of numbers for the cross-reference stream: object, type, and two fields
     */
    WrittenPdf compressed(String content, int count, int first, long[]... entries) {
        long stream = text.length();
        text.append("15 0 obj\n<</Type /ObjStm /N " + count + " /First " + first + " /Length " + content.length()
                + ">>\nstream\n" + content + "\nendstream\nendobj\n");
        long xref = text.length();
        StringBuilder index = new StringBuilder("15 2");
        StringBuilder table = new StringBuilder(entry(1, stream, 0) + entry(1, xref, 0));
        for (long[] entry : entries) {
            index.append(' ').append(entry[0]).append(" 1");
            table.append(entry(entry[1], entry[2], entry[3]));
        }
        text.append("16 0 obj\n<</Type /XRef /Size 20 /Root 1 0 R /Prev " + lastXref + " /W [1 4 2] /Index [" + index
                + "] /Length " + table.length() + ">>\nstream\n" + table + "\nendstream\nendobj\nstartxref\n" + xref
                + "\n%%EOF\n");
        lastXref = xref;
        return this;
    }

    private static String entry(long type, long second, long third) {
        byte[] bytes = ByteBuffer.allocate(7)
                .put((byte) type)
                .putInt((int) second)
                .putShort((short) third)
                .array();
        return new String(bytes, ISO_8859_1);
    }

    Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("written.pdf"), text.toString().getBytes(ISO_8859_1));
    }

    /** {@return what was changed since the file had this length} */
    Judgement after(Path folder, long end) throws IOException {
        Path file = write(folder);
        try (LaterChanges changes = new LaterChanges(file, Files.size(file))) {
            return changes.after(end);
        }
    }
}
