package io.github.iamsmart.internal.json.lenient;

import java.util.HashSet;
import java.util.Set;

/** The names on the top level of a result: one object holds verified and unverified members side by side. */
public final class ResultMembers {

    /** Ties the result to its request. */
    public static final Set<String> REQUEST = Set.of("businessID", "state");

    /** Verified by iAM Smart. */
    public static final Set<String> PROFILE =
            Set.of("idNo", "enName", "chName", "chNameVerified", "birthDate", "gender");

    /** Entered by the user. */
    public static final Set<String> FORM_FILLING = Set.of(
            "prefix",
            "maritalStatus",
            "homeTelNumber",
            "officeTelNumber",
            "mobileNumber",
            "emailAddress",
            "residentialAddress",
            "postalAddress",
            "educationLevel",
            "addressDocInfo",
            "addressDocFile");

    private ResultMembers() {}

    /** The names of several groups. */
    public static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> union = new HashSet<>(some);
        union.addAll(others);
        return Set.copyOf(union);
    }
}
