package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Cipher;

/**
 * Can the sender of forged callbacks tell from the time whether the RSA padding of the key in it was right? If so, the
 * service would be an oracle with which somebody decrypts content keys that they have recorded.
 *
 * <p>Callbacks of both kinds, each with another key, are sent in random order into the same client. Welch's t-test then
 * compares the two crowds of times. A third kind, refused before any RSA, shows that the test sees a difference where
 * there is one.
 */
public final class PaddingTiming {

    /** The bound that leakage tests use: reached by chance once in some ten thousand times. */
    private static final double BOUND = 4.5;

    private static final int POOL = 256;
    private static final int WARM_UP = 4_000;
    private static final int SAMPLES = 40_000;

    private final SecureRandom random = new SecureRandom();
    private final CallbackService service = new CallbackService(new OneRequestStore());
    private final byte[] content = ContentCipher.seal(ContentKey.of(new byte[ContentKey.LENGTH]), "{}".getBytes(UTF_8));

    private PaddingTiming() {}

    /**
     * Measures.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PaddingTiming timing = new PaddingTiming();
        boolean kept = timing.measure();
        timing.service.close();
        System.exit(kept ? 0 : 1);
    }

    private boolean measure() {
        byte[][] wrongTag = pool(() -> padded(2, random(ContentKey.LENGTH)));
        byte[][] wrongPadding = pool(() -> padded(1, random(ContentKey.LENGTH)));
        byte[][] wrongLength = pool(() -> padded(2, random(ContentKey.LENGTH + 1)));
        byte[][] noRsa = pool(() -> random(100));
        boolean padding = compare("wrong padding against wrong tag", wrongPadding, wrongTag) < BOUND;
        boolean length = compare("a key of another length against wrong tag", wrongLength, wrongTag) < BOUND;
        boolean sees = compare("no RSA at all against wrong tag", noRsa, wrongTag) > BOUND;
        System.out.println(
                padding && length ? "The kinds of wrong key cannot be told apart." : "The kinds CAN BE TOLD APART.");
        if (!sees) {
            System.out.println("The measurement is worth nothing: it does not see a difference where there is one.");
        }
        return padding && length && sees;
    }

    private double compare(String name, byte[][] first, byte[][] second) {
        double[][] times = {new double[SAMPLES / 2], new double[SAMPLES / 2]};
        int[] counts = new int[2];
        for (int i = -WARM_UP; counts[0] < times[0].length || counts[1] < times[1].length; i++) {
            int kind = random.nextInt(2);
            byte[] body = (kind == 0 ? first : second)[random.nextInt(POOL)];
            double time = time(body);
            if (i >= 0 && counts[kind] < times[kind].length) {
                times[kind][counts[kind]++] = time;
            }
        }
        double t = WelchTest.largest(times[0], times[1]);
        System.out.printf(Locale.ROOT, "%-45s |t| = %8.2f, bound %.1f%n", name, t, BOUND);
        return t;
    }

    private double time(byte[] body) {
        long start = System.nanoTime();
        Object result = service.client.callbacks().accept(body, "application/json");
        long end = System.nanoTime();
        if (!(result instanceof Refused)) {
            throw new IllegalStateException("a forged callback was believed");
        }
        return end - start;
    }

    private interface Blob {
        byte[] make() throws GeneralSecurityException;
    }

    private byte[][] pool(Blob blob) {
        byte[][] pool = new byte[POOL][];
        for (int i = 0; i < POOL; i++) {
            try {
                String wrapped = Base64.getEncoder().encodeToString(blob.make());
                pool[i] = ("{\"txID\":\"0\",\"code\":\"D00000\",\"secretKey\":\"" + wrapped + "\",\"content\":\""
                                + new String(content, ISO_8859_1) + "\"}")
                        .getBytes(UTF_8);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return pool;
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 00, the type, non-zero padding, 00, the message: right for type 2 only. */
    private byte[] padded(int type, byte[] message) throws GeneralSecurityException {
        byte[] block = new byte[256];
        for (int i = 2; i < block.length; i++) {
            block[i] = (byte) (1 + random.nextInt(255));
        }
        block[1] = (byte) type;
        block[block.length - message.length - 1] = 0;
        System.arraycopy(message, 0, block, block.length - message.length, message.length);
        Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding");
        rsa.init(Cipher.ENCRYPT_MODE, service.gateway.kek().getPublic());
        return rsa.doFinal(block);
    }
}
