package io.github.iamsmart.simulator.persona;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A PDF of one page and a little under 5 MB, the largest file that the gateway passes on: some lines of text on a
 * large, pale, uncompressed picture. The same lines make the same bytes.
 */
final class BillPdf {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1290;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(WIDTH * HEIGHT * 3 + 8_192);
    private final List<Integer> offsets = new ArrayList<>();

    private BillPdf() {}

    static byte[] of(List<String> lines) {
        return new BillPdf().write(lines);
    }

    private byte[] write(List<String> lines) {
        text("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> >>");
        stream("", page(lines).getBytes(StandardCharsets.ISO_8859_1));
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        stream(
                "/Type /XObject /Subtype /Image /Width " + WIDTH + " /Height " + HEIGHT
                        + " /ColorSpace /DeviceRGB /BitsPerComponent 8 ",
                picture());
        trailer();
        return out.toByteArray();
    }

    private static String page(List<String> lines) {
        StringBuilder page = new StringBuilder("q 595 0 0 842 0 0 cm /Im1 Do Q\nBT /F1 14 Tf 20 TL 60 770 Td\n");
        for (String line : lines) {
            page.append('(').append(line.replaceAll("([\\\\()])", "\\\\$1")).append(") Tj T*\n");
        }
        return page.append("ET\n").toString();
    }

    private static byte[] picture() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        int at = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int shade = (x * x + y * y) / 4096 % 24;
                rgb[at++] = (byte) (255 - shade);
                rgb[at++] = (byte) (250 - shade / 2);
                rgb[at++] = (byte) 255;
            }
        }
        return rgb;
    }

    private void object(String dictionary) {
        begin();
        text(dictionary + "\nendobj\n");
    }

    private void stream(String entries, byte[] bytes) {
        begin();
        text("<< " + entries + "/Length " + bytes.length + " >>\nstream\n");
        out.writeBytes(bytes);
        text("\nendstream\nendobj\n");
    }

    private void begin() {
        offsets.add(out.size());
        text(offsets.size() + " 0 obj\n");
    }

    private void trailer() {
        int start = out.size();
        int size = offsets.size() + 1;
        text("xref\n0 " + size + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        text("trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
