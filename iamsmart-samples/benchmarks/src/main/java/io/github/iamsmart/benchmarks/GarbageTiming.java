package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;

/**
 * What does a service spend on garbage that anybody can post? The longest callback that is read, 16 MiB, of the worst
 * that there is, against one of the same length that is a single text: no kind may cost more than three times as much.
 *
 * <p>Both are posted in turn, and the medians of the times are compared: the speed of a shared machine drifts.
 */
public final class GarbageTiming {

    private static final double BAR = 3;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 6;
    private static final int SIZE = 16 * 1024 * 1024;
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=b";

    private final CallbackService service = new CallbackService(new OneRequestStore());
    private byte[] oneText = fill("{\"code\":\"D00000\",\"content\":\"", "A", "\"}");

    private GarbageTiming() {}

    /**
     * Measures.
     *
     * @param args none
     * @throws GeneralSecurityException never
     */
    public static void main(String[] args) throws GeneralSecurityException {
        GarbageTiming timing = new GarbageTiming();
        System.out.println(Row.HEADER);
        List<Row> rows = timing.measure();
        timing.service.close();
        System.exit(rows.stream().anyMatch(Row::isShort) ? 1 : 0);
    }

    private List<Row> measure() throws GeneralSecurityException {
        List<Row> rows = new ArrayList<>();
        rows.add(row("names", names()));
        rows.add(row("names of one letter", fill("{\"code\":1,", "\"a\":1,", "\"b\":1}")));
        rows.add(row("names within a name", fill("{\"code\":1,\"a\":{", "\"b\":{},", "\"c\":1}}")));
        rows.add(row("one name", fill("{\"", "a", "\":1}")));
        rows.add(row("texts", fill("{\"code\":1,\"a\":[", "\"\",", "1]}")));
        rows.add(row("texts of 16 KB", fill("{\"code\":1,\"a\":[", "\"" + "x".repeat(16_000) + "\",", "1]}")));
        rows.add(row("one text without content", fill("{\"code\":\"D00000\",\"text\":\"", "x", "\"}")));
        rows.add(row("a text in UTF-8", fill("{\"code\":\"D00000\",\"text\":\"", "\u667a", "\"}")));
        rows.add(row("quotation marks", fill("{\"code\":1,\"a\":\"", "\\\"", "\"}")));
        rows.add(row("backslashes", fill("{\"code\":1,\"content\":\"", "\\\\", "\"}")));
        rows.add(row("escapes", fill("{\"code\":1,\"content\":\"", "\\u0041", "\"}")));
        rows.add(row("slashes", fill("{\"code\":1,\"content\":\"", "\\/", "\"}")));
        rows.add(row("text in a text", fill("{\"code\":1,\"content\":\"{", "\\\"a\\\":1,", "}\"}")));
        rows.add(row("numbers", fill("{\"code\":1,\"a\":[", "1,", "1]}")));
        rows.add(row("one number", fill("{\"code\":1,\"a\":", "1", "}")));
        rows.add(row("one fraction", fill("{\"code\":1.", "1", "}")));
        rows.add(row("blanks", fill("", " ", "")));
        rows.add(row("blanks within", fill("{", " ", "\"code\":1}")));
        rows.add(row("line feeds within", fill("{", "\n", "\"code\":1}")));
        rows.add(row("arrays", fill("{\"a\":", "[", "")));
        rows.add(row("objects", fill("", "{\"a\":", "")));
        rows.add(row("empty arrays", fill("{\"a\":[", "[],", "1]}")));
        rows.add(row("zeros", new byte[SIZE]));
        rows.add(row("not Base64", fill("{\"code\":\"D00000\",\"content\":\"", "A", "!\"}")));
        rows.add(row("Base64 and more", fill("{\"code\":\"D00000\",\"content\":\"", "A", "\",\"a\":\"b\"} x")));
        rows.add(row("parts", fill("", "--b\r\n\r\n\r\n", ""), FORM));
        rows.add(row("lines", fill("", "\n", ""), FORM));
        rows.add(row("lines of hyphens", fill("--b\r\n\r\n", "-\n", ""), FORM));
        rows.add(row("short lines", fill("--b\r\n\r\n", "a\n", ""), FORM));
        rows.add(row("lines like a boundary", fill("--b\r\n\r\n", "--b-\n", ""), FORM));
        rows.add(row("one part", fill("--b\r\n\r\n{\"code\":\"D00000\",\"content\":\"", "A", "\"}\r\n--b--"), FORM));
        rows.add(row("headers", fill("--b\r\n", "a: b\r\n", ""), FORM));
        String base64 = "--b\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        rows.add(row("a part in Base64", fill(base64, "A", "\r\n--b--"), FORM));
        for (String charset : List.of("UTF-16", "GB18030", "Big5-HKSCS", "ISO-2022-KR", "x-JISAutoDetect")) {
            String type = "--b\r\nContent-Type: a/b; charset=" + charset + "\r\n\r\n{";
            rows.add(row("a part in " + charset, fill(type, "\u667a", "\r\n--b--"), FORM));
        }
        byte[] inClear = oneText;
        oneText = sealed(fill("{\"a\":\"", "x", "\"}"));
        rows.add(row("sealed: names", sealed(names())));
        rows.add(row("sealed: blanks", sealed(fill("{", " ", "\"code\":1}"))));
        rows.add(row("sealed: quotation marks", sealed(fill("{\"a\":\"", "\\\"", "\"}"))));
        rows.add(row("sealed: text in a text", sealed(fill("{\"content\":\"{\\\"a\\\":\\\"", "x", "\\\"}\"}"))));
        oneText = inClear;
        return rows;
    }

    private static byte[] names() {
        StringBuilder names = new StringBuilder(SIZE).append("{\"code\":1");
        for (int i = 0; names.length() < SIZE - 20; i++) {
            names.append(",\"").append(Integer.toString(i, 36)).append("\":1");
        }
        return names.append('}').toString().getBytes(US_ASCII);
    }

    /** Repeats something until the whole is as long as a callback may be. */
    private static byte[] fill(String begin, String repeated, String end) {
        byte[] head = begin.getBytes(UTF_8);
        byte[] unit = repeated.getBytes(UTF_8);
        byte[] tail = end.getBytes(UTF_8);
        byte[] body = new byte[SIZE];
        System.arraycopy(head, 0, body, 0, head.length);
        int at = head.length;
        while (at + unit.length + tail.length <= SIZE) {
            System.arraycopy(unit, 0, body, at, unit.length);
            at += unit.length;
        }
        System.arraycopy(tail, 0, body, at, tail.length);
        return Arrays.copyOf(body, at + tail.length);
    }

    /** Under a key of the sender's own, which anybody who has the certificate can wrap. */
    private byte[] sealed(byte[] plaintext) throws GeneralSecurityException {
        byte[] key = new byte[ContentKey.LENGTH];
        new Random(3).nextBytes(key);
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, service.gateway.kek().getPublic());
        String head = "{\"code\":\"D00000\",\"secretKey\":\""
                + Base64.getEncoder().encodeToString(rsa.doFinal(key)) + "\",\"content\":\"";
        byte[] whole = Arrays.copyOf(plaintext, (SIZE - head.length() - 100) / 4 * 3);
        String content = new String(ContentCipher.seal(ContentKey.of(key), whole), ISO_8859_1);
        return (head + content + "\"}").getBytes(US_ASCII);
    }

    private Row row(String name, byte[] body) {
        return row(name, body, JSON);
    }

    private Row row(String name, byte[] body, String contentType) {
        double[] ours = new double[ROUNDS];
        double[] floor = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            double garbage = time(body, contentType);
            double text = time(oneText, JSON);
            if (i >= 0) {
                ours[i] = garbage;
                floor[i] = text;
            }
        }
        Row row = new Row(name, median(ours), median(floor), "ms", BAR);
        System.out.println(row);
        return row;
    }

    private double time(byte[] body, String contentType) {
        long start = System.nanoTime();
        Object result = service.client.callbacks().accept(body, contentType);
        long end = System.nanoTime();
        if (!(result instanceof Refused)) {
            throw new IllegalStateException("garbage was believed");
        }
        return (end - start) / 1e6;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
