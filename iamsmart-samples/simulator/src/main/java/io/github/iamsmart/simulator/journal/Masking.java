package io.github.iamsmart.simulator.journal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts secrets to their beginning: whatever the simulator issues is known by its prefix, whatever others call a secret
 * by the name of its JSON member. Takes time in proportion to the text.
 */
final class Masking {
    private static final int SHOWN = 4;
    private static final String CUT = "…";

    /** As in {@code AuthorizationCodes}, {@code AccessTokens} and {@code BulkProgress}. */
    private static final Pattern ISSUED =
            Pattern.compile("(sim(?:code|token|verifier|bulk)-[\\w%]{0," + SHOWN + "}+)[\\w%.~+/=-]*+");

    private static final Pattern MEMBER = Pattern.compile(
            "(?i)\"(accessToken|refreshToken|clientSecret|secret|code|codeVerifier|code_verifier|BSQCToken|password)\"\\s*+:\\s*+\"");

    /** Longer than any code of the gateway, such as D00000. */
    private static final int LONGEST_GATEWAY_CODE = 8;

    private final Optional<String> clientSecret;

    Masking(Optional<String> clientSecret) {
        this.clientSecret = clientSecret.filter(secret -> secret.length() > SHOWN);
    }

    String of(String text) {
        String issued = ISSUED.matcher(text).replaceAll("$1" + CUT);
        String known = clientSecret
                .map(secret -> issued.replace(secret, beginning(secret)))
                .orElse(issued);
        return members(known);
    }

    static String beginning(String secret) {
        return secret.substring(0, Math.min(SHOWN, secret.length())) + CUT;
    }

    private static String members(String text) {
        Matcher member = MEMBER.matcher(text);
        StringBuilder masked = new StringBuilder(text.length());
        int position = 0;
        while (member.find(position)) {
            int end = endOfString(text, member.end());
            String value = text.substring(member.end(), end);
            boolean gatewayCode = member.group(1).equalsIgnoreCase("code") && value.length() <= LONGEST_GATEWAY_CODE;
            boolean masks = !gatewayCode && !value.endsWith(CUT);
            masked.append(text, position, member.end()).append(masks ? beginning(value) : value);
            position = end;
        }
        return masked.append(text, position, text.length()).toString();
    }

    /** Where the closing quote is, or the end of a text that was cut. */
    private static int endOfString(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }
}
