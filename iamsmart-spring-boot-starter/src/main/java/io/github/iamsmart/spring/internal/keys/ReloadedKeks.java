package io.github.iamsmart.spring.internal.keys;

import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Key pairs of which the current one is replaced while the application runs. The one that it replaces stays beside it:
 * the gateway takes a new certificate with its next content key only [D], and callbacks of the old one come later
 * still. Thread-safe.
 */
final class ReloadedKeks {

    private static final Logger log = LoggerFactory.getLogger(ReloadedKeks.class);

    private final String property;
    private final List<KekKeyPair> others;
    private volatile List<KekKeyPair> current;

    /**
     * Creates it.
     *
     * @param property says where the current one comes from
     * @param pairs the current one, and those that stay
     */
    ReloadedKeks(String property, List<KekKeyPair> pairs) {
        this.property = property;
        this.others = List.copyOf(pairs.subList(1, pairs.size()));
        this.current = List.copyOf(pairs);
    }

    List<KekKeyPair> current() {
        return current;
    }

    synchronized void replace(KekKeyPair next) {
        KekKeyPair before = current.get(0);
        List<KekKeyPair> pairs = new ArrayList<>(List.of(next));
        if (isSameKey(before, next)) {
            // Only the certificate was renewed, or nothing was: what stood beside it still does.
            pairs.addAll(current.subList(1, current.size()));
            current = List.copyOf(pairs);
            log.info("The KEK was read again from {}: {}. Its key is the same.", property, next);
            return;
        }
        pairs.add(before);
        others.stream()
                .filter(other -> !isSameKey(other, next) && !isSameKey(other, before))
                .forEach(pairs::add);
        current = List.copyOf(pairs);
        log.info(
                "The KEK was replaced from {}: {}. The one before stays for what is under way: {}.",
                property,
                next,
                before);
    }

    void refuse(RuntimeException problem) {
        // Its message names properties and files, and no secret; one of a library may quote what it read.
        log.warn(
                "The new KEK of {} cannot be used, and the one before stays in use: {}",
                property,
                problem instanceof IamSmartPropertyException
                        ? problem.getMessage()
                        : problem.getClass().getSimpleName());
    }

    private static boolean isSameKey(KekKeyPair one, KekKeyPair other) {
        return Arrays.equals(one.publicKeyInfo(), other.publicKeyInfo());
    }
}
