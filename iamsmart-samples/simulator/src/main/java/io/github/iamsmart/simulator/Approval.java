package io.github.iamsmart.simulator;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a user approves. Immutable: {@code Approval.byTheUser().givingOnly("idNo", "emailAddress")}.
 *
 * @param personaId who approves; empty where the request names its user, that is after a sign-in
 * @param fields wire names of the fields that the user gives; empty for all that were asked for
 * @param passed what the face check of a re-authentication says
 */
public record Approval(Optional<String> personaId, Optional<Set<String>> fields, boolean passed) {

    /** Keeps a copy of the fields. */
    public Approval {
        fields = fields.map(names -> Collections.unmodifiableSet(new LinkedHashSet<>(names)));
    }

    /** {@return an approval of everything by the signed-in user} */
    public static Approval byTheUser() {
        return new Approval(Optional.empty(), Optional.empty(), true);
    }

    /**
     * {@return an approval of everything by a persona}
     *
     * @param personaId see {@link IamSmartSimulator#personaIds()}
     */
    public static Approval by(String personaId) {
        return new Approval(Optional.of(personaId), Optional.empty(), true);
    }

    /**
     * {@return the same approval, of these fields only}
     *
     * @param names wire names, for example {@code idNo}; none of them is allowed too
     */
    public Approval givingOnly(String... names) {
        return new Approval(personaId, Optional.of(new LinkedHashSet<>(Arrays.asList(names))), passed);
    }

    /** {@return the same approval with another face: a re-authentication ends with {@code isPassed} {@code "false"}} */
    public Approval failingTheFaceCheck() {
        return new Approval(personaId, fields, false);
    }
}
