package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.profile.Hkic;
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
        String number, String stall, ZonedDateTime submittedAt, Optional<Hkic> hkic, List<Part> parts) {

    /**
     * A part of the form.
     *
     * @param title the key of its title
     * @param rows what is filled in
     */
    public record Part(String title, List<Row> rows) {}

    /**
     * A line of the form.
     *
     * @param label the key of its label
     * @param value what stands there; of the identity card's number only the beginning
     * @param verified whether iAM Smart vouches for it
     */
    public record Row(String label, String value, boolean verified) {
        /** Shows nothing of a person. */
        @Override
        public String toString() {
            return "Row[" + label + "]";
        }
    }

    /** Shows nothing of a person. */
    @Override
    public String toString() {
        return "SubmittedPermit[" + number + "]";
    }
}
