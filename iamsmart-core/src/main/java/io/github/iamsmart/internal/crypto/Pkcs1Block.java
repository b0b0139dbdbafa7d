package io.github.iamsmart.internal.crypto;

/**
 * Reads a content key out of a decrypted PKCS#1 v1.5 block without a branch or an index that depends on the block's
 * bytes.
 */
final class Pkcs1Block {

    static final int BASE64_LENGTH = 44;

    /** 00 02, at least eight bytes of padding, 00. */
    private static final int SHORTEST = 2 + 8 + 1 + BASE64_LENGTH;

    private Pkcs1Block() {}

    /**
     * {@return the 32 bytes of the key in the block, or of the substitute}
     *
     * @param substitute 32 bytes
     * @param block the decrypted block, as long as the modulus; its length is public
     */
    static byte[] keyOr(byte[] substitute, byte[] block) {
        if (block.length < SHORTEST) {
            return substitute.clone();
        }
        byte[] decoded = new byte[ContentKey.LENGTH];
        int raw = wellPadded(block, ContentKey.LENGTH);
        int base64 = wellPadded(block, BASE64_LENGTH) & decodeBase64(block, block.length - BASE64_LENGTH, decoded);
        byte[] key = new byte[ContentKey.LENGTH];
        int start = block.length - ContentKey.LENGTH;
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) ((raw & block[start + i]) | (base64 & decoded[i]) | (~(raw | base64) & substitute[i]));
        }
        return key;
    }

    /** {@return -1 if the block is 00 02 | non-zero bytes | 00 | message of that length, else 0} */
    private static int wellPadded(byte[] block, int messageLength) {
        int separator = block.length - messageLength - 1;
        int good = isZero(block[0]) & isZero(block[1] ^ 2) & isZero(block[separator]);
        for (int i = 2; i < separator; i++) {
            good &= ~isZero(block[i]);
        }
        return good;
    }

    /** Decodes 43 characters and one padding character; returns -1 if they are canonical Base64 of 32 bytes, else 0. */
    private static int decodeBase64(byte[] block, int start, byte[] target) {
        int good = isZero(block[start + BASE64_LENGTH - 1] ^ '=');
        int bits = 0;
        int count = 0;
        int written = 0;
        for (int i = 0; i < BASE64_LENGTH - 1; i++) {
            int value = base64Value(block[start + i] & 0xFF);
            good &= ~(value >> 31);
            bits = (bits << 6) | (value & 0x3F);
            count += 6;
            if (count >= 8) {
                count -= 8;
                target[written++] = (byte) (bits >> count);
            }
        }
        // The last character carries two unused bits.
        return good & isZero(bits & 3);
    }

    /** {@return 0-63, or -1 for a character outside the alphabet} */
    private static int base64Value(int c) {
        int value = -1;
        value += within(c, 'A', 'Z') & (c - 'A' + 1);
        value += within(c, 'a', 'z') & (c - 'a' + 26 + 1);
        value += within(c, '0', '9') & (c - '0' + 52 + 1);
        value += within(c, '+', '+') & (62 + 1);
        value += within(c, '/', '/') & (63 + 1);
        return value;
    }

    /** {@return -1 if c is in the range from low to high, else 0} */
    private static int within(int c, int low, int high) {
        return ~(((c - low) | (high - c)) >> 31);
    }

    /** {@return -1 for a zero byte, else 0} */
    private static int isZero(int b) {
        return ((b & 0xFF) - 1) >> 31;
    }
}
