package io.github.iamsmart.samples.onlineservice.paper;

import java.util.List;

/**
 * What stands on a paper. Titles and labels are keys of texts: a paper speaks English and Chinese, whoever reads it.
 *
 * @param title what it is
 * @param number which one it is
 * @param head a label and a value for each line below the title
 * @param stall the number of the stall, on a plate
 * @param parts the form
 * @param declaration what its signer declares
 */
public record PaperText(
        String title, String number, List<Row> head, String stall, List<Part> parts, String declaration) {

    /**
     * A part of the form.
     *
     * @param title the key of its title
     * @param rows what is filled in
     */
    public record Part(String title, List<Row> rows) {}

    /**
     * A line.
     *
     * @param label the key of its label
     * @param value what stands there; of the identity card's number only the beginning
     * @param verified whether iAM Smart vouches for it
     */
    public record Row(String label, String value, boolean verified) {

        /** One that nobody has to vouch for. */
        public Row(String label, String value) {
            this(label, value, false);
        }

        /** Shows nothing of a person. */
        @Override
        public String toString() {
            return "Row[" + label + "]";
        }
    }

    /** Shows nothing of a person. */
    @Override
    public String toString() {
        return "PaperText[" + number + "]";
    }
}
