package io.github.iamsmart.internal.signature.revisions;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What was found to be changed, in plain words. Not thread-safe. */
final class Changes {

    private static final int MOST = 6;
    private static final int LONGEST_NAME = 60;

    private final Set<String> allowedAndSeen = new LinkedHashSet<>();
    private final Set<String> allowed = new LinkedHashSet<>();
    private final Set<String> forbidden = new LinkedHashSet<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private boolean needSigner;

    void allow(String what) {
        needSigner = true;
        allowed.add(what);
    }

    /** Records a change that says nothing to readers of the document, so that nobody has to sign it. */
    void allowData(String what) {
        allowed.add(what);
    }

    /** Records a change that draws something on a page: these come first, so that no list hides them. */
    void allowSeen(String what) {
        needSigner = true;
        allowedAndSeen.add(what);
    }

    void forbid(String what) {
        forbidden.add(what);
    }

    /** Records what only people can judge. */
    void doubt(String why) {
        doubts.add(why);
    }

    /** Records a change that is allowed or not. */
    void record(boolean isAllowed, String what) {
        if (isAllowed) {
            allow(what);
        } else {
            forbid(what);
        }
    }

    Set<String> allowed() {
        Set<String> all = new LinkedHashSet<>(allowedAndSeen);
        all.addAll(allowed);
        return all;
    }

    /** {@return whether something was added that is worth no more than whoever signs it} */
    boolean needSigner() {
        return needSigner;
    }

    Set<String> forbidden() {
        return forbidden;
    }

    Set<String> doubts() {
        return doubts;
    }

    static String list(Collection<String> found) {
        String first = String.join("; ", found.stream().limit(MOST).toList());
        return found.size() > MOST ? first + "; and " + (found.size() - MOST) + " more" : first;
    }

    /** {@return a name from the file, safe to show: it may be anything} */
    static String quote(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"\\\\]", "?");
        int end = clean.offsetByCodePoints(0, Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length())));
        return "\"" + clean.substring(0, end) + (end < clean.length() ? "…" : "") + "\"";
    }
}
