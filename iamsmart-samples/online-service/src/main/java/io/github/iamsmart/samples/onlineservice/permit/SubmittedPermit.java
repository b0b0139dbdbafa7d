package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.samples.onlineservice.paper.PaperText;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An application that was submitted, as it is written down to be signed.
 *
 * @param number the receipt's number
 * @param stall the number of the stall
 * @param submittedAt in Hong Kong's time
 * @param hkic whose application it is
 * @param parts the form
 */
public record SubmittedPermit(
        String number, String stall, ZonedDateTime submittedAt, Optional<Hkic> hkic, List<PaperText.Part> parts) {

    /** Shows nothing of a person. */
    @Override
    public String toString() {
        return "SubmittedPermit[" + number + "]";
    }
}
