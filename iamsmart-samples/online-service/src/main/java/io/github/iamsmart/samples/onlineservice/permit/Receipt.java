package io.github.iamsmart.samples.onlineservice.permit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * What is left of an application that was submitted. No personal data.
 *
 * @param number to ask after it
 * @param stall the number of the stall
 * @param submittedAt when
 * @param identityVerified whether nobody needs to see the identity card any more
 * @param confirmed whether the applicant confirmed the submission on the phone
 */
public record Receipt(String number, String stall, Instant submittedAt, boolean identityVerified, boolean confirmed) {

    /** Letters and digits that nobody takes for one another. */
    private static final String ALPHABET = "ACDEFHJKLMNPRTUVWXY34679";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Receipt of(PermitForm form, Instant now, boolean confirmed) {
        String random = RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
        String number = "KSM-" + random.substring(0, LENGTH / 2) + "-" + random.substring(LENGTH / 2);
        return new Receipt(number, form.get(Field.STALL).text(), now, form.identityVerified(), confirmed);
    }
}
