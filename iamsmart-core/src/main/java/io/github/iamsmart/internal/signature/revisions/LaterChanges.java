package io.github.iamsmart.internal.signature.revisions;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was changed in a PDF after each of its signatures. Bad files never make it throw, and the work for one file is
 * bounded. Not thread-safe.
 */
public final class LaterChanges implements Closeable {

    private static final int MOST_SIGNATURES = 100;

    private final Path pdf;
    private final long length;
    private final Budget budget;
    private @Nullable Revision now;
    private int compared;

    /**
     * Prepares the comparison; nothing is read yet.
     *
     * @param pdf the file
     * @param length its length in bytes
     */
    public LaterChanges(Path pdf, long length) {
        this(pdf, length, new Budget(Budget.STEPS, Budget.STEPS_IN_ALL, Budget.BYTES));
    }

    LaterChanges(Path pdf, long length, Budget budget) {
        this.pdf = pdf;
        this.length = length;
        this.budget = budget;
    }

    /** Whether what was changed may be. */
    public enum Kind {
        /** Nothing was changed, or only what the signatures allow. */
        ALLOWED,
        /** Something else was changed. */
        FORBIDDEN,
        /** It cannot be told. */
        UNDECIDED
    }

    /**
     * What was changed after a signature.
     *
     * @param kind whether it may be
     * @param reason what it is, in sentences
     * @param needsSigner whether it is allowed only because signed documents usually allow it, and says something that
     *     nobody answers for unless they sign it: a value of a form, for instance, where no certification mentions
     *     forms
     */
    public record Judgement(Kind kind, String reason, boolean needsSigner) {}

    /**
     * Compares the revision that a signature covers with the file as it is now.
     *
     * @param end where the signed bytes end
     * @return what was changed since
     */
    public Judgement after(long end) {
        if (end >= length) {
            return new Judgement(Kind.ALLOWED, "Nothing was added after this signature.", false);
        }
        if (++compared > MOST_SIGNATURES) {
            return undecided("there are more than " + MOST_SIGNATURES + " signatures");
        }
        budget.next();
        try (Revision then = Revision.open(pdf, end, budget)) {
            Revision latest = now();
            ChangeRules rules = ChangeRules.of(then.catalog());
            Increment.check(then, latest, budget);
            Changes changes = Comparison.compare(then, latest, rules, budget);
            return judge(changes, rules, latest.hasMoreBehindEnd());
        } catch (UndecidedException why) {
            return undecided(String.valueOf(why.getMessage()));
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return undecided("its structure cannot be read");
        }
    }

    private Revision now() throws IOException {
        if (now == null) {
            now = Revision.open(pdf, length, budget);
        }
        return now;
    }

    private static Judgement undecided(String why) {
        return new Judgement(Kind.UNDECIDED, "Not checked: " + why + ".", true);
    }

    private static Judgement judge(Changes changes, ChangeRules rules, boolean hasMoreBehindEnd) {
        if (!changes.forbidden().isEmpty()) {
            String rule = rules.words().map(words -> " " + words).orElse("");
            return new Judgement(
                    Kind.FORBIDDEN,
                    "Changed after this signature: " + Changes.list(changes.forbidden()) + "." + rule,
                    true);
        }
        if (!changes.doubts().isEmpty()) {
            return undecided(Changes.list(changes.doubts()));
        }
        Optional<String> allowed =
                Optional.of(changes.allowed()).filter(any -> !any.isEmpty()).map(Changes::list);
        return new Judgement(
                Kind.ALLOWED,
                allowed.map(list -> "Only what may be changed was changed after this signature: " + list + ".")
                        .orElse("What was added after this signature changes nothing."),
                hasMoreBehindEnd || (changes.needSigner() && rules.words().isEmpty()));
    }

    @Override
    public void close() throws IOException {
        if (now != null) {
            now.close();
        }
    }
}
