package io.github.iamsmart.identity;

import io.github.iamsmart.error.HkicFormatException;
import io.github.iamsmart.internal.crypto.Sha256;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a Hong Kong identity card: one or two letters and six digits, the <em>identification</em>, and a check
 * digit, written {@code A123456(3)}.
 *
 * <p>An instance is always well formed and in upper case, and its check digit is correct. Two spellings of the same
 * number are equal. {@link #toString()} shows no part of the number. Immutable and thread-safe.
 */
public final class Hkic {

    private static final Pattern NUMBER = Pattern.compile("([A-Z]{1,2}[0-9]{6})(?:\\(([0-9A])\\)|([0-9A]))");
    private static final Pattern IDENTIFICATION = Pattern.compile("[A-Z]{1,2}[0-9]{6}");
    private static final Pattern CHECK_DIGIT = Pattern.compile("\\(?([0-9A])\\)?");

    private static final int CHECK_MODULUS = 11;
    /** A number with a single letter is checked as if a space with this value preceded it. */
    private static final int VALUE_OF_SPACE = 36;

    private final String identification;
    private final char checkDigit;

    private Hkic(String identification, char checkDigit) {
        this.identification = identification;
        this.checkDigit = checkDigit;
    }

    /**
     * Reads a number with its check digit, the way people write it: with or without brackets, in upper or lower case,
     * with spaces anywhere, or in the full-width characters of Chinese input methods.
     *
     * @param text for example {@code A123456(3)}, {@code a1234563} or {@code Ａ１２３４５６（３）}
     * @return the number
     * @throws HkicFormatException if it has another shape or a wrong check digit; the message does not repeat the input
     */
    public static Hkic of(String text) {
        Matcher matcher = NUMBER.matcher(normalise(text));
        if (!matcher.matches()) {
            throw new HkicFormatException(HkicFormatException.Reason.SHAPE);
        }
        @Nullable String bracketed = matcher.group(2);
        return checked(matcher.group(1), (bracketed != null ? bracketed : matcher.group(3)).charAt(0));
    }

    /**
     * Reads a number like {@link #of(String)}, without an exception.
     *
     * @param text the user's input
     * @return the number; empty if it has another shape or a wrong check digit
     */
    public static Optional<Hkic> parse(String text) {
        try {
            return Optional.of(of(text));
        } catch (HkicFormatException notOne) {
            return Optional.empty();
        }
    }

    /**
     * Joins the two parts in which the gateway sends a number [W].
     *
     * @param identification letters and digits without the check digit
     * @param checkDigit the check digit, with or without brackets
     * @return the number
     * @throws HkicFormatException if a part has another shape or the check digit is wrong
     */
    public static Hkic of(String identification, String checkDigit) {
        String letters = identification(identification);
        Matcher digit = CHECK_DIGIT.matcher(normalise(checkDigit));
        if (!digit.matches()) {
            throw new HkicFormatException(HkicFormatException.Reason.SHAPE);
        }
        return checked(letters, digit.group(1).charAt(0));
    }

    /**
     * Completes a number that came without its check digit. A typing error then goes unnoticed, so ask people for the
     * whole number and use {@link #of(String)}.
     *
     * @param identification letters and digits without the check digit, for example {@code A123456}
     * @return the number with its check digit
     * @throws HkicFormatException if it has another shape
     */
    public static Hkic ofIdentification(String identification) {
        String letters = identification(identification);
        return new Hkic(letters, checkDigitOf(letters));
    }

    private static String identification(String text) {
        String normal = normalise(text);
        if (!IDENTIFICATION.matcher(normal).matches()) {
            throw new HkicFormatException(HkicFormatException.Reason.SHAPE);
        }
        return normal;
    }

    private static Hkic checked(String identification, char checkDigit) {
        if (checkDigitOf(identification) != checkDigit) {
            throw new HkicFormatException(HkicFormatException.Reason.CHECK_DIGIT);
        }
        return new Hkic(identification, checkDigit);
    }

    private static char checkDigitOf(String identification) {
        int letters = identification.length() - 6;
        int weight = 8;
        int sum = letters == 1 ? 9 * VALUE_OF_SPACE : 9 * letterValue(identification.charAt(0));
        for (int i = letters - 1; i < identification.length(); i++) {
            char c = identification.charAt(i);
            sum += weight-- * (c <= '9' ? c - '0' : letterValue(c));
        }
        int digit = (CHECK_MODULUS - sum % CHECK_MODULUS) % CHECK_MODULUS;
        return digit == 10 ? 'A' : (char) ('0' + digit);
    }

    private static int letterValue(char letter) {
        return letter - 'A' + 10;
    }

    private static String normalise(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = upperCase(halfWidth(text.charAt(i)));
            boolean invisible =
                    Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
            if (!invisible) {
                normal.append(c);
            }
        }
        return normal.toString();
    }

    private static char halfWidth(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - '\uFF01' + '!') : c;
    }

    private static char upperCase(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    /**
     * {@return the number without its check digit: one or two upper-case letters and six digits, for example
     * {@code A123456}}
     */
    public String identification() {
        return identification;
    }

    /** {@return the check digit: {@code 0} to {@code 9} or {@code A}} */
    public char checkDigit() {
        return checkDigit;
    }

    /** {@return the number as it is printed on the card, for example {@code A123456(3)}} */
    public String formatted() {
        return identification + "(" + checkDigit + ")";
    }

    /**
     * {@return the number with its last three digits and the check digit hidden, for example {@code A123***(*)}} It
     * suits pages that only need to remind users of their number.
     */
    public String masked() {
        return identification.substring(0, identification.length() - 3) + "***(*)";
    }

    /**
     * {@return the value of the field {@code HKICHash} of signing requests [D]: Base64 of the SHA-256 of the UTF-8
     * bytes of {@link #identification()}} There are so few numbers that anyone can reverse this hash by trying them
     * all: keep it as secret as the number.
     */
    public String hash() {
        return Base64.getEncoder().encodeToString(Sha256.of(identification));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hkic that && identification.equals(that.identification);
    }

    @Override
    public int hashCode() {
        return identification.hashCode();
    }

    /** Shows no part of the number. */
    @Override
    public String toString() {
        return "Hkic[***]";
    }
}
