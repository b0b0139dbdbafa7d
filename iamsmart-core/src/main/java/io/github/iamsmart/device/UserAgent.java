package io.github.iamsmart.device;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A parsed {@code User-Agent} header.
 *
 * @param products the names of the product tokens, without versions; {@code XiaoMi/MiuiBrowser/18.6} yields both names
 * @param comments the parts in parentheses, without the parentheses; the first one is the platform
 */
record UserAgent(Set<String> products, List<String> comments) {
    private static final String ENGINE = "KHTML, like Gecko";

    /** Accepts any text; parentheses may nest ({@code moto g(60)}) and may be left open. */
    static UserAgent parse(String header) {
        StringBuilder outside = new StringBuilder();
        StringBuilder comment = new StringBuilder();
        List<String> comments = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            boolean closes = c == ')' && depth == 1;
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            }
            if (closes) {
                comments.add(comment.toString());
                comment.setLength(0);
                outside.append(' ');
            } else if (depth == 0) {
                outside.append(c);
            } else if (c != '(' || depth > 1) {
                comment.append(c);
            }
        }
        if (depth > 0) {
            comments.add(comment.toString());
        }
        return new UserAgent(names(outside.toString()), comments);
    }

    private static Set<String> names(String products) {
        Set<String> names = new LinkedHashSet<>();
        for (String token : products.trim().split("\\s+", -1)) {
            String[] parts = token.split("/", -1);
            names.add(parts[0]);
            if (parts.length > 2) {
                names.add(parts[1]);
            }
        }
        return names;
    }

    boolean platformHas(String text) {
        return !comments.isEmpty() && comments.get(0).contains(text);
    }

    /**
     * {@return whether both required tokens are present, no tokens but {@code own}, and no comment beyond platform and
     * engine}
     */
    boolean isPlain(Set<String> own, String required, String alsoRequired) {
        return own.containsAll(products)
                && products.contains(required)
                && products.contains(alsoRequired)
                && comments.size() == 2
                && comments.get(1).equals(ENGINE);
    }
}
