package io.github.iamsmart.internal.signature.revisions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.internal.signature.revisions.LaterChanges.Judgement;
import io.github.iamsmart.internal.signature.revisions.LaterChanges.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates that no program of good will writes: they say different things to different readers. */
class WrittenUpdateTest {

    private static final String PAGE = WrittenPdf.OBJECTS.get(3);
    private static final String FIELD = WrittenPdf.OBJECTS.get(6);
    private static final String FREE = "0000000000 00001 f";

    @TempDir
    Path folder;

    static Stream<Arguments> honest() {
        return Stream.of(
                Arguments.of("nothing", Map.of()),
                Arguments.of("the same page once more", Map.of(3, PAGE)),
                Arguments.of("the same page, in another order", Map.of(3, reordered())),
                Arguments.of("a page with other spaces", Map.of(3, PAGE.replace(" ", " \r\n"))),
                Arguments.of("an object that nobody uses", Map.of(12, "<</A (b)>>")),
                Arguments.of("the metadata", Map.of(7, WrittenPdf.stream("<x:xmpmeta>later</x:xmpmeta>"))),
                Arguments.of("a value", Map.of(6, FIELD.replace("nobody", "some(bo)dy \\) é"))),
                Arguments.of("content that is the same elsewhere", Map.of(9, WrittenPdf.OBJECTS.get(4), 3, page(9))));
    }

    private static String reordered() {
        return "<</Annots [6 0 R] /Resources 5 0 R /Contents 4 0 R /MediaBox [0 0 595.0 842] /Parent 2 0 R /Type /Page>>";
    }

    private static String page(int content) {
        return PAGE.replace("4 0 R", content + " 0 R");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void honest(String what, Map<Integer, String> objects) throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();

        Judgement judgement = pdf.update(objects).after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(Kind.ALLOWED);
    }

    static Stream<Arguments> dishonest() {
        return Stream.of(
                change("another content", Map.of(3, page(8))),
                change("content in place", Map.of(4, WrittenPdf.stream("BT (Pay 900) Tj ET"))),
                change("a value that is drawn", Map.of(6, FIELD.replace("(nobody)", "8 0 R"))),
                Arguments.of("deleted content", Map.of(), Map.of(4, FREE), "", Kind.FORBIDDEN),
                Arguments.of("a deleted field", Map.of(), Map.of(6, FREE), "", Kind.FORBIDDEN),
                doubt("two contents", Map.of(3, PAGE.replace("/Contents 4 0 R", "/Contents 8 0 R /Contents 4 0 R"))),
                doubt("the same twice", Map.of(3, PAGE.replace("/Contents", "/Con#74ents 8 0 R /Contents"))),
                doubt("a word too much", Map.of(3, PAGE.replace("/Contents", "garbage /Contents"))),
                doubt("a comment", Map.of(3, PAGE.replace("/Contents", "%\n/Contents"))),
                doubt("an open text", Map.of(3, PAGE.replace("/Contents", "/X (a (b)\r\n/Contents 8 0 R) /Contents"))),
                doubt("an end too early", Map.of(3, PAGE.replace("/Contents", ">> /Contents"))),
                doubt("no end", Map.of(3, PAGE.replace(">>", ""))),
                doubt("a shorter stream", Map.of(4, "<</Length 3>>\nstream\nBT (Pay 100) Tj ET\nendstream")),
                doubt("a longer stream", Map.of(4, "<</Length 99>>\nstream\nBT (Pay 100) Tj ET\nendstream")),
                doubt("a number of another object", Map.of(), Map.of(4, "0000000009 00000 n"), ""),
                doubt("a generation too high", Map.of(), Map.of(4, "0000000009 00001 n"), ""),
                doubt("pages in a circle", Map.of(2, "<</Type /Pages /Kids [2 0 R] /Count 1>>")),
                doubt("a hybrid table", Map.of(), Map.of(), " /XRefStm 9"),
                doubt("two roots", Map.of(), Map.of(), " /Root 9 0 R"),
                doubt("too small a size", Map.of(25, "<<>>")));
    }

    private static Arguments change(String what, Map<Integer, String> objects) {
        return Arguments.of(what, objects, Map.of(), "", Kind.FORBIDDEN);
    }

    private static Arguments doubt(String what, Map<Integer, String> objects) {
        return Arguments.of(what, objects, Map.of(), "", Kind.UNDECIDED);
    }

    private static Arguments doubt(
            String what, Map<Integer, String> objects, Map<Integer, String> entries, String trailer) {
        return Arguments.of(what, objects, entries, trailer, Kind.UNDECIDED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void dishonest(String what, Map<Integer, String> objects, Map<Integer, String> entries, String trailer, Kind kind)
            throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();

        Judgement judgement = pdf.update(objects, entries, trailer).after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(kind);
    }

    /** Whoever wrote the signed revision hid another page in it, and an update of a few bytes makes it appear. */
    @Test
    void refusesWhatWasHiddenInTheSignedRevision() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int hidden = pdf.length();
        pdf.raw("4 0 obj\n" + WrittenPdf.OBJECTS.get(4) + "\nendobj\n").update(Map.of());
        int end = pdf.length();

        Judgement judgement = pdf.update(Map.of(), Map.of(4, String.format("%010d 00000 n", hidden)), "")
                .after(folder, end);

        assertThat(judgement.kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(judgement.reason()).contains("hidden in the signed revision");
    }

    @Test
    void refusesAnUpdateThatForgetsTheSignedRevision() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int first = pdf.find("xref\n0 1");
        pdf.update(Map.of(4, WrittenPdf.stream("BT (Pay 900) Tj ET")));
        int end = pdf.length();

        Judgement judgement = pdf.raw("startxref\n" + first + "\n%%EOF\n").after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(Kind.UNDECIDED);
    }

    @Test
    void findsAnotherCatalog() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();
        Map<Integer, String> other = Map.of(
                9,
                "<</Type /Catalog /Pages 10 0 R>>",
                10,
                "<</Type /Pages /Kids [11 0 R] /Count 1>>",
                11,
                page(8).replace("2 0 R", "10 0 R"));

        Judgement judgement = pdf.root(9).update(other).after(folder, end);

        assertThat(judgement.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(judgement.reason()).contains("page 1 was changed", "the form was removed");
    }

    @Test
    void refusesAFileThatDoesNotEndWithItsEnd() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();

        assertThat(pdf.update(Map.of()).raw("% later\n").after(folder, end).kind())
                .isEqualTo(Kind.UNDECIDED);
        assertThat(WrittenPdf.base().update(Map.of()).after(folder, end - 8).kind())
                .isEqualTo(Kind.UNDECIDED);
    }

    /** The stream of the metadata may be rewritten; where it is a page's content as well, the page is. */
    @Test
    void findsAnAllowedChangeThatIsAlsoAnother() throws IOException {
        WrittenPdf pdf = WrittenPdf.base().update(Map.of(3, page(7)));
        int end = pdf.length();

        Judgement judgement =
                pdf.update(Map.of(7, WrittenPdf.stream("BT (Pay 900) Tj ET"))).after(folder, end);

        assertThat(judgement.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(judgement.reason()).contains("page 1 was changed");
    }

    /** A field may be filled in; where its dictionary is a list of graphics states as well, that list is changed. */
    @Test
    void findsAFieldThatIsAlsoAResource() throws IOException {
        WrittenPdf pdf = WrittenPdf.base().update(Map.of(5, "<</ExtGState 6 0 R>>"));
        int end = pdf.length();

        Judgement judgement =
                pdf.update(Map.of(6, FIELD.replace("(nobody)", "<</ca 0>>"))).after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(Kind.FORBIDDEN);
        assertThat(judgement.reason()).contains("page 1 was changed (its fonts or images)");
    }

    private static final String FORM = WrittenPdf.OBJECTS.get(1).replace("[6 0 R]", "[6 0 R 9 0 R 12 0 R 14 0 R]");
    private static final String EMPTY = "<</FT /Sig /T (later) /Subtype /Widget /Rect [0 0 0 0]>>";
    private static final String BUTTON = "<</FT /Btn /Ff 65536 /T (push) /Subtype /Widget /Rect [0 0 99 99]>>";
    private static final String LATER = "<</Type /Sig /ByteRange [0 99999 100010 500]>>";

    /** A form with choices, whose widgets are apart from their field, and with an empty field for a signature. */
    private static WrittenPdf choices(String lock) {
        return WrittenPdf.base()
                .update(Map.of(
                        1,
                        FORM,
                        6,
                        "<</FT /Sig /T (first) /V 8 0 R " + lock + "/Subtype /Widget /Rect [0 0 0 0]>>",
                        8,
                        "<</Type /Sig /ByteRange [0 9 20 30]>>",
                        9,
                        "<</FT /Btn /T (choice) /V /Off /Kids [10 0 R 11 0 R]>>",
                        10,
                        "<</Parent 9 0 R /Subtype /Widget /Rect [0 0 9 9] /AS /Off>>",
                        11,
                        "<</Parent 9 0 R /Subtype /Widget /Rect [0 20 9 29] /AS /Off>>",
                        12,
                        EMPTY,
                        14,
                        BUTTON));
    }

    static Stream<Arguments> forms() {
        String chosen = "<</FT /Btn /T (choice) /V /One /Kids [10 0 R 11 0 R]>>";
        String on = "<</Parent 9 0 R /Subtype /Widget /Rect [0 0 9 9] /AS /One>>";
        String moved = on.replace("[0 0 9 9]", "[0 0 500 9]");
        String drawn = on.replace("/AS", "/AP <</N 7 0 R>> /AS");
        String pushed = BUTTON.replace(">>", " /V (x) /AP <</N 7 0 R>>>>");
        String signed = EMPTY.replace(">>", " /V 13 0 R>>");
        String copy = LATER.replace("99999", "9");
        String all = "/Lock <</Action /All>> ";
        String later = "/Lock <</Action /Include /Fields [(later)]>> ";
        String choice = "/Lock <</Action /Include /Fields [(choice)]>> ";
        return Stream.of(
                Arguments.of("a choice", "", Map.of(9, chosen, 10, on), Kind.ALLOWED),
                Arguments.of("a choice with another look only", "", Map.of(10, on), Kind.FORBIDDEN),
                Arguments.of("a choice elsewhere", "", Map.of(9, chosen, 10, moved), Kind.FORBIDDEN),
                Arguments.of("a choice with its looks", "", Map.of(9, chosen, 10, drawn), Kind.FORBIDDEN),
                Arguments.of("a button to push", "", Map.of(14, pushed), Kind.FORBIDDEN),
                Arguments.of("a value that is no text", "", Map.of(9, chosen.replace("/One", "<<>>")), Kind.FORBIDDEN),
                Arguments.of("a locked choice", choice, Map.of(9, chosen, 10, on), Kind.FORBIDDEN),
                Arguments.of("the empty field", "", Map.of(12, signed, 13, LATER), Kind.ALLOWED),
                Arguments.of("the empty field, others locked", choice, Map.of(12, signed, 13, LATER), Kind.ALLOWED),
                Arguments.of("the empty field, all locked", all, Map.of(12, signed, 13, LATER), Kind.FORBIDDEN),
                Arguments.of("the empty field, locked", later, Map.of(12, signed, 13, LATER), Kind.FORBIDDEN),
                Arguments.of("the same signature once more", "", Map.of(12, signed, 13, copy), Kind.FORBIDDEN),
                Arguments.of("the signature itself", "", Map.of(8, LATER), Kind.FORBIDDEN),
                Arguments.of("an unknown lock", "/Lock <</Action /Some>> ", Map.of(), Kind.UNDECIDED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void forms(String what, String lock, Map<Integer, String> objects, Kind kind) throws IOException {
        WrittenPdf pdf = choices(lock);
        int end = pdf.length();

        Judgement judgement = pdf.update(objects).after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(kind);
    }

    /** What programs draw from values, one more update fixes: whether it shows the values, only people can see. */
    @Test
    void doesNotJudgeLooksThatWereDrawnFromValues() throws IOException {
        String form = WrittenPdf.OBJECTS.get(1);
        WrittenPdf pdf =
                WrittenPdf.base().update(Map.of(1, form.replace("/AcroForm <<", "/AcroForm <</NeedAppearances true ")));
        int end = pdf.length();

        Judgement judgement = pdf.update(Map.of(1, form, 6, FIELD.replace("/V", "/AP <</N 7 0 R>> /V")))
                .after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(Kind.UNDECIDED);
        assertThat(judgement.reason()).contains("were fixed", "a look of its own");
    }

    /** Names of fields grow with each level: a few kilobytes could fill the memory. */
    @Test
    void doesNotFollowFieldsWithoutEnd() throws IOException {
        Map<Integer, String> chain = new HashMap<>(Map.of(1, FORM, 9, "<</T (a) /Kids [100 0 R]>>", 12, EMPTY));
        for (int i = 100; i < 400; i++) {
            chain.put(i, "<</T (a) /Kids [" + (i + 1) + " 0 R]>>");
        }
        WrittenPdf pdf = WrittenPdf.base().size(500).update(chain);
        int end = pdf.length();

        assertThat(pdf.update(Map.of()).after(folder, end).reason()).contains("too large");
    }

    static Stream<Arguments> compressed() {
        String both = "3 0 6 " + PAGE.length() + " ";
        String twice = "3 0 3 " + PAGE.length() + " ";
        String field = FIELD.replace("nobody", "somebody");
        return Stream.of(
                Arguments.of("in order", both, field, "3 2 15 0,6 2 15 1", Kind.ALLOWED),
                Arguments.of("a deleted field", both, field, "3 2 15 0,6 0 0 1", Kind.FORBIDDEN),
                Arguments.of("indexes exchanged", both, field, "3 2 15 1,6 2 15 0", Kind.UNDECIDED),
                Arguments.of("an index too high", both, field, "3 2 15 0,6 2 15 2", Kind.UNDECIDED),
                Arguments.of("a number twice", twice, page(8), "3 2 15 1", Kind.UNDECIDED),
                Arguments.of("another object stream", both, field, "3 2 14 0,6 2 15 1", Kind.UNDECIDED),
                Arguments.of("another page", both.replace("3 0 6", "6 0 3"), page(8), "6 2 15 0", Kind.FORBIDDEN),
                Arguments.of("garbage", both, field + "garbage", "3 2 15 0,6 2 15 1", Kind.UNDECIDED),
                Arguments.of("an unknown kind", both, field, "3 2 15 0,6 3 15 1", Kind.UNDECIDED),
                Arguments.of("free, then in use", both, field, "3 2 15 0,6 0 0 1,6 2 15 1", Kind.UNDECIDED),
                Arguments.of("in use, then free", both, field, "3 2 15 0,6 2 15 1,6 0 0 1", Kind.UNDECIDED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void compressed(String what, String numbers, String second, String entries, Kind kind) throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();
        long[][] lines = Stream.of(entries.split(","))
                .map(line ->
                        Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray())
                .toArray(long[][]::new);

        Judgement judgement = pdf.compressed(numbers + PAGE + second, 2, numbers.length(), lines)
                .after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(kind);
    }

    /** The content is the same as before, but other readers take the first entry, and show an empty page. */
    @Test
    void refusesATableWithTwoEntriesForAnObject() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();
        String entries = FREE + " \n4 1\n" + String.format("%010d 00000 n", end);

        Judgement judgement = pdf.raw("4 0 obj\n" + WrittenPdf.OBJECTS.get(4) + "\nendobj\n")
                .update(Map.of(), Map.of(4, entries), "")
                .after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(Kind.UNDECIDED);
    }

    /** Of a kind in two bytes, 0102 is not 2: other readers take such an object for missing. */
    @Test
    void readsTheWholeKindOfAnEntry() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();
        int previous = pdf.find("xref\n0 1");
        String content = "5 0 " + WrittenPdf.OBJECTS.get(5);
        pdf.raw("15 0 obj\n<</Type /ObjStm /N 1 /First 4 /Length " + content.length() + ">>\nstream\n" + content
                + "\nendstream\nendobj\n");
        int xref = pdf.length();
        String table = "\1\2\0\0\0\17\0" + "\0\1" + number(end) + "\0" + "\0\1" + number(xref) + "\0";

        Judgement judgement = pdf.raw("16 0 obj\n<</Type /XRef /Size 20 /Root 1 0 R /Prev " + previous
                        + " /W [2 4 1] /Index [5 1 15 2] /Length " + table.length() + ">>\nstream\n" + table
                        + "\nendstream\nendobj\nstartxref\n" + xref + "\n%%EOF\n")
                .after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(Kind.UNDECIDED);
        assertThat(judgement.reason()).contains("of an unknown kind");
    }

    private static String number(int value) {
        return new String(ByteBuffer.allocate(4).putInt(value).array(), ISO_8859_1);
    }

    /** Readers that go by the index see another object of the same stream, which was signed unseen. */
    @Test
    void refusesAnotherIndexInAnObjectStreamOfTheSignedRevision() throws IOException {
        String numbers = "3 0 9 " + PAGE.length() + " ";
        WrittenPdf pdf =
                WrittenPdf.base().compressed(numbers + PAGE + page(8), 2, numbers.length(), new long[] {3, 2, 15, 0});
        int end = pdf.length();

        Judgement judgement = pdf.raw("17 0 obj\n<</Type /XRef /Size 20 /Root 1 0 R /Prev "
                        + pdf.find("16 0 obj") + " /W [1 4 2] /Index [3 1] /Length 7>>\nstream\n\2\0\0\0\17\0\1"
                        + "\nendstream\nendobj\nstartxref\n" + end + "\n%%EOF\n")
                .after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(Kind.UNDECIDED);
    }

    /** A page may get the widget of a signature; another node above it may turn it, or give it other fonts. */
    @Test
    void findsAnotherParentOfAPage() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();

        Judgement judgement = pdf.update(Map.of(
                        9,
                        "<</Type /Pages /Kids [3 0 R] /Count 1 /Rotate 180>>",
                        3,
                        PAGE.replace("/Parent 2 0 R", "/Parent 9 0 R")))
                .after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isEqualTo(Kind.FORBIDDEN);
    }

    /** The dictionary of a field may change, so it must not have data that are the content of a page. */
    @Test
    void refusesAFieldThatIsAlsoTheContentOfAPage() throws IOException {
        String field = "<</FT /Tx /T (content) /Length 18>>\nstream\nBT (Pay %d00) Tj ET\nendstream";
        WrittenPdf pdf = WrittenPdf.base()
                .update(Map.of(
                        1, WrittenPdf.OBJECTS.get(1).replace("[6 0 R]", "[6 0 R 4 0 R]"), 4, String.format(field, 1)));
        int end = pdf.length();

        Judgement judgement = pdf.update(Map.of(4, String.format(field, 9))).after(folder, end);

        assertThat(judgement.kind()).as(judgement.reason()).isNotEqualTo(Kind.ALLOWED);
    }

    @Test
    void stopsWhereTheWorkIsTooMuch() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();
        Path file = pdf.update(Map.of(3, PAGE)).write(folder);

        for (Budget budget : List.of(
                new Budget(20, 1_000_000, 1_000_000),
                new Budget(1_000_000, 20, 1_000_000),
                new Budget(1_000_000, 1_000_000, 20))) {
            try (LaterChanges changes = new LaterChanges(file, Files.size(file), budget)) {
                assertThat(changes.after(end).reason()).contains("too large");
            }
        }
    }

    /** 100 MB in 100 kB: a cross-reference stream, which is decompressed before anything else is known. */
    @Test
    void doesNotDecompressWhatWouldFillTheMemory() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();
        int previous = pdf.find("xref\n0 1");
        String zeros = compressedZeros(100_000_000);
        int at = pdf.length();
        pdf.raw("9 0 obj\n<</Type /XRef /Size 20 /Root 1 0 R /Prev " + previous
                + " /W [1 4 1] /Index [0 1] /Filter /FlateDecode /Length " + zeros.length() + ">>\nstream\n" + zeros
                + "\nendstream\nendobj\nstartxref\n" + at + "\n%%EOF\n");

        Judgement judgement = pdf.after(folder, end);

        assertThat(judgement.reason()).contains("too large");
    }

    private static String compressedZeros(int count) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(compressed)) {
            byte[] zeros = new byte[100_000];
            for (int i = 0; i < count / zeros.length; i++) {
                out.write(zeros);
            }
        }
        return compressed.toString(ISO_8859_1);
    }

    /** Whatever byte of the update is wrong, there is a judgement, and it is not that a changed page is fine. */
    @Test
    void noDamagedUpdateMakesItThrow() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();
        byte[] good = Files.readAllBytes(pdf.update(Map.of(3, page(8), 6, FIELD.replace("nobody", "somebody")))
                .write(folder));
        Random random = new Random(20_261_123);
        Path file = folder.resolve("damaged.pdf");
        for (int i = end; i < good.length; i++) {
            byte[] damaged = good.clone();
            damaged[i] = (byte) "<>[]()/%0 RfnX\n".charAt(random.nextInt(15));
            Files.write(file, damaged);
            try (LaterChanges changes = new LaterChanges(file, damaged.length)) {
                boolean isPageAsBefore = new String(damaged, ISO_8859_1).contains("/Contents 4 0 R");
                assertThat(changes.after(end).kind() == Kind.ALLOWED && !isPageAsBefore && isReached(damaged))
                        .as("byte " + i)
                        .isFalse();
            }
        }
    }

    private static boolean isReached(byte[] file) {
        return new String(file, ISO_8859_1).lastIndexOf("3 1\n") > 0;
    }

    @Test
    void noCutUpdateMakesItThrow() throws IOException {
        WrittenPdf pdf = WrittenPdf.base();
        int end = pdf.length();
        byte[] good = Files.readAllBytes(pdf.update(Map.of(3, page(8))).write(folder));
        Path file = folder.resolve("cut.pdf");
        for (int length = end + 1; length < good.length - 1; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            try (LaterChanges changes = new LaterChanges(file, length)) {
                assertThat(changes.after(end).kind()).as("cut at " + length).isEqualTo(Kind.UNDECIDED);
            }
        }
    }
}
