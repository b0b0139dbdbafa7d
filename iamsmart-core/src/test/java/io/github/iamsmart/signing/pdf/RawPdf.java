package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A PDF byte by byte, as no library would write it: one page, with whatever a test puts into it. */
final class RawPdf {

    static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R %s >>";
    static final String PAGE =
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> %s >>";

    private static final String CONTENT = "BT /F1 24 Tf 72 700 Td (Hello) Tj ET";
    private static final byte[] END_OF_STREAM = "\nendstream".getBytes(ISO_8859_1);

    private final Map<Integer, byte[]> objects = new TreeMap<>();
    private String trailer = "";

    RawPdf() {
        with(1, CATALOG.formatted(""));
        with(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        with(3, PAGE.formatted("/MediaBox [0 0 612 792]"));
        with(4, "<< /Length " + CONTENT.length() + " >>\nstream\n" + CONTENT + "\nendstream");
        with(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    RawPdf with(int number, String object) {
        objects.put(number, object.getBytes(ISO_8859_1));
        return this;
    }

    /** Adds a stream whose data is as it is to be in the file. */
    RawPdf with(int number, String entries, byte[] data) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(("<< " + entries + " /Length " + data.length + " >>\nstream\n").getBytes(ISO_8859_1));
        object.writeBytes(data);
        object.writeBytes(END_OF_STREAM);
        objects.put(number, object.toByteArray());
        return this;
    }

    RawPdf trailer(String entries) {
        trailer = entries;
        return this;
    }

    /** With a cross-reference table. */
    byte[] table() {
        ByteArrayOutputStream file = start();
        Map<Integer, Integer> offsets = write(file, objects.keySet());
        int start = file.size();
        table(file, offsets, highest() + 1);
        text(file, "trailer\n<< /Size " + (highest() + 1) + " /Root 1 0 R " + trailer + " >>\n");
        end(file, start);
        return file.toByteArray();
    }

    /** With a cross-reference stream, and an object stream for some of the objects. */
    byte[] stream(Integer... compressed) {
        ByteArrayOutputStream file = start();
        List<Integer> outside = new ArrayList<>(objects.keySet());
        outside.removeAll(List.of(compressed));
        Map<Integer, Integer> offsets = write(file, outside);
        int objectStream = highest() + 1;
        int sections = highest() + 2;
        offsets.put(objectStream, file.size());
        object(file, objectStream, objectStream(compressed));
        int start = file.size();
        offsets.put(sections, start);
        object(file, sections, sections(offsets, objectStream, List.of(compressed), 0, sections + 1, ""));
        end(file, start);
        return file.toByteArray();
    }

    /** With a table, and a stream that has what readers of tables shall not see: objects 6 and 7. */
    byte[] hybrid() {
        with(6, "<< /Hidden true >>");
        with(7, "[1 2 3]");
        ByteArrayOutputStream file = start();
        Map<Integer, Integer> visible = write(file, Set.of(1, 2, 3, 4, 5));
        Map<Integer, Integer> hidden = new LinkedHashMap<>(Map.of(8, file.size()));
        object(file, 8, objectStream(6, 7));
        int stream = file.size();
        object(file, 9, sections(hidden, 8, List.of(6, 7), 6, 9, "/Size 10"));
        int start = file.size();
        table(file, visible, 9);
        text(file, "trailer\n<< /Size 10 /Root 1 0 R /XRefStm " + stream + " >>\n");
        end(file, start);
        return file.toByteArray();
    }

    static byte[] deflate(byte[] data) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(9))) {
            out.write(data);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return deflated.toByteArray();
    }

    private int highest() {
        return ((TreeMap<Integer, byte[]>) objects).lastKey();
    }

    private static ByteArrayOutputStream start() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        text(file, "%PDF-1.7\n%âãÏÓ\n");
        return file;
    }

    private static void text(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(ISO_8859_1));
    }

    private static void object(ByteArrayOutputStream file, int number, byte[] object) {
        text(file, number + " 0 obj\n");
        file.writeBytes(object);
        text(file, "\nendobj\n");
    }

    private Map<Integer, Integer> write(ByteArrayOutputStream file, Iterable<Integer> numbers) {
        Map<Integer, Integer> offsets = new TreeMap<>();
        for (int number : numbers) {
            offsets.put(number, file.size());
            object(file, number, objects.get(number));
        }
        return offsets;
    }

    private static void table(ByteArrayOutputStream file, Map<Integer, Integer> offsets, int count) {
        text(file, "xref\n0 " + count + "\n");
        for (int i = 0; i < count; i++) {
            text(file, offsets.containsKey(i) ? "%010d 00000 n \n".formatted(offsets.get(i)) : "0000000000 65535 f \n");
        }
    }

    private static void end(ByteArrayOutputStream file, int start) {
        text(file, "startxref\n" + start + "\n%%EOF\n");
    }

    private byte[] objectStream(Integer... numbers) {
        StringBuilder directory = new StringBuilder();
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        for (int number : numbers) {
            directory.append(number).append(' ').append(bodies.size()).append(' ');
            bodies.writeBytes(objects.get(number));
            bodies.write('\n');
        }
        byte[] data = deflate((directory + bodies.toString(ISO_8859_1)).getBytes(ISO_8859_1));
        String entries =
                "/Type /ObjStm /N " + numbers.length + " /First " + directory.length() + " /Filter /FlateDecode";
        return new RawPdf().with(99, entries, data).objects.get(99);
    }

    private static byte[] sections(
            Map<Integer, Integer> offsets, int stream, List<Integer> compressed, int first, int end, String entries) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int i = first; i < end; i++) {
            int index = compressed.indexOf(i);
            int kind = index >= 0 ? 2 : offsets.containsKey(i) ? 1 : 0;
            int where = index >= 0 ? stream : offsets.getOrDefault(i, 0);
            rows.writeBytes(new byte[] {
                (byte) kind, (byte) (where >> 16), (byte) (where >> 8), (byte) where, (byte) Math.max(0, index)
            });
        }
        String index = " /Index [" + first + " " + (end - first) + "] ";
        return new RawPdf()
                .with(
                        99,
                        "/Type /XRef /W [1 3 1] /Root 1 0 R /Filter /FlateDecode" + index
                                + (entries.isEmpty() ? "/Size " + end : entries),
                        deflate(rows.toByteArray()))
                .objects
                .get(99);
    }
}
