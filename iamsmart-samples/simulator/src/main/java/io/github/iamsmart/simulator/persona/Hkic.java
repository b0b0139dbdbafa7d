package io.github.iamsmart.simulator.persona;

import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of a Hong Kong identity card, with the check digit that fits. Its messages and {@code toString} show no
 * number.
 *
 * @param identification one or two letters and six digits
 * @param checkDigit a digit or {@code A}
 */
public record Hkic(String identification, String checkDigit) {
    private static final Pattern FORM = Pattern.compile("([A-Z]{1,2})(\\d{6})(?:\\(([0-9A])\\)|([0-9A]))");
    private static final int BLANK = 36;

    /**
     * Reads {@code A123456(3)}, also without the brackets.
     *
     * @throws SimulatorException of kind INVALID, with the check digit that would be right
     */
    public static Hkic parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw invalid("'hkic' must be one or two capital letters, six digits and the check digit, for example"
                    + " \"A123456(3)\".");
        }
        String identification = parts.group(1) + parts.group(2);
        String given = Optional.ofNullable(parts.group(3)).orElse(parts.group(4));
        String right = checkDigit(identification);
        if (!right.equals(given)) {
            throw invalid(
                    "The check digit of 'hkic' is wrong: for this number it is " + right + ", not " + given + ".");
        }
        return new Hkic(identification, given);
    }

    /** The weighted sum of all characters, with the check digit, is divisible by 11. */
    static String checkDigit(String identification) {
        int sum = identification.length() == 7 ? BLANK * 9 : 0;
        int weight = identification.length() + 1;
        for (int i = 0; i < identification.length(); i++) {
            char character = identification.charAt(i);
            int value = character <= '9' ? character - '0' : character - 'A' + 10;
            sum += value * weight;
            weight--;
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? "A" : Integer.toString(check);
    }

    private static SimulatorException invalid(String sentence) {
        return new SimulatorException(Kind.INVALID, sentence);
    }

    @Override
    public String toString() {
        return "Hkic[***]";
    }
}
