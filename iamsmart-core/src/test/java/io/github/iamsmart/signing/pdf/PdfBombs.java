package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;

/** PDFs of some kilobytes that take gigabytes to read. */
final class PdfBombs {

    private static final byte[] MEBIBYTE = new byte[1024 * 1024];

    private PdfBombs() {}

    /** An object stream of so many MiB, half a kilobyte of file for each two of them. */
    static byte[] objectStream(int mebibytes) {
        return with("/Filter /FlateDecode", deflated("6 0 << /T (x) >>", ' ', mebibytes));
    }

    /** An object stream that is short, and has millions of values. */
    static byte[] values(int mebibytes) {
        return with("/Filter /FlateDecode", deflated("6 0 [", '[', mebibytes));
    }

    static byte[] twice(int mebibytes) {
        byte[] once = deflated("6 0 << /T (x) >>", ' ', mebibytes);
        return with("/Filter [/ASCIIHexDecode /FlateDecode]", encoded("ASCIIHexDecode", once));
    }

    static byte[] sameFilterTwice(int mebibytes) {
        return with(
                "/Filter [/FlateDecode /FlateDecode]", RawPdf.deflate(deflated("6 0 << /T (x) >>", ' ', mebibytes)));
    }

    /** Codes that each stand for one more blank than the one before: 7 MiB for each time that the table is full. */
    static byte[] lzw(int tables) {
        int clear = 256;
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < tables; i++) {
            bits.append(bits(clear, i == 0 ? 9 : 12)).append(bits(' ', 9));
            for (int code = clear + 2; code < 4095; code++) {
                bits.append(bits(code, 32 - Integer.numberOfLeadingZeros(code + 1)));
            }
        }
        bits.append(bits(clear + 1, 12)).append("0000000");
        byte[] data = new byte[bits.length() / 8];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return with("/Filter /LZWDecode", data);
    }

    private static String bits(int code, int width) {
        return Integer.toBinaryString((1 << width) | code).substring(1);
    }

    static byte[] runLength(int mebibytes) {
        byte[] runs = new byte[mebibytes * MEBIBYTE.length / 64];
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = (byte) 129; // repeat 128 times
            runs[i + 1] = ' ';
        }
        return with("/Filter /RunLengthDecode", runs);
    }

    static byte[] predictor(String entries) {
        return with(
                "/Filter /FlateDecode /DecodeParms << /Predictor 12 " + entries + " >>",
                deflated("6 0 << /T (x) >>", ' ', 1));
    }

    /** A cross-reference stream with so many MiB of rows. */
    static byte[] sections(int mebibytes) {
        byte[] rows = deflated("", '\0', mebibytes);
        byte[] start = new RawPdf().table();
        int offset = new String(start, ISO_8859_1).indexOf("xref\n0");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(start, 0, offset);
        long count = (long) mebibytes * MEBIBYTE.length / 6;
        text(
                file,
                "9 0 obj\n<< /Type /XRef /Size " + count + " /W [1 4 1] /Root 1 0 R /Filter /FlateDecode /Length "
                        + rows.length + " >>\nstream\n");
        file.writeBytes(rows);
        text(file, "\nendstream\nendobj\nstartxref\n" + offset + "\n%%EOF\n");
        return file.toByteArray();
    }

    private static void text(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(ISO_8859_1));
    }

    /** The form, which every reader of signatures looks at, is in the object stream. */
    private static byte[] with(String filter, byte[] data) {
        byte[] pdf = new RawPdf()
                        .with(1, RawPdf.CATALOG.formatted("/AcroForm 6 0 R"))
                        .with(6, "<< /Fields [] >>")
                        .with(8, "/Type /ObjStm /N 1 /First 4 " + filter, data)
                        .stream(6);
        // The real object stream has number 9: let object 6 be looked for in number 8.
        return retarget(pdf);
    }

    private static byte[] retarget(byte[] pdf) {
        String text = new String(pdf, ISO_8859_1);
        int start = Integer.parseInt(text.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(pdf, 0, start);
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int i = 0; i < 11; i++) {
            int at = text.indexOf("\n" + i + " 0 obj") + 1;
            int kind = i == 6 ? 2 : at > 0 && i > 0 ? 1 : 0;
            int where = i == 6 ? 8 : kind == 0 ? 0 : at;
            rows.writeBytes(new byte[] {
                (byte) kind, (byte) (where >> 24), (byte) (where >> 16), (byte) (where >> 8), (byte) where, 0
            });
        }
        text(file, "10 0 obj\n<< /Type /XRef /Size 11 /W [1 4 1] /Root 1 0 R /Length " + rows.size() + " >>\nstream\n");
        file.writeBytes(rows.toByteArray());
        text(file, "\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n");
        return file.toByteArray();
    }

    private static byte[] deflated(String start, char filler, int mebibytes) {
        byte[] part = MEBIBYTE.clone();
        Arrays.fill(part, (byte) filler);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(9))) {
            out.write(start.getBytes(ISO_8859_1));
            for (int i = 0; i < mebibytes; i++) {
                out.write(part);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return deflated.toByteArray();
    }

    private static byte[] encoded(String filter, byte[] data) {
        try {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            FilterFactory.INSTANCE
                    .getFilter(filter)
                    .encode(new ByteArrayInputStream(data), encoded, new COSDictionary(), 0);
            return encoded.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
