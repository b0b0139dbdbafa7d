package io.github.iamsmart.samples.onlineservice.permit;

/**
 * A value of the form.
 *
 * @param text as it stands in the field; a date as {@code yyyy-MM-dd}
 * @param origin where it comes from
 */
public record Entry(String text, Origin origin) {

    static final Entry EMPTY = new Entry("", Origin.TYPED);

    /** Where a value of the form comes from, which decides how far it is trusted. */
    public enum Origin {
        /** iAM Smart has verified it: it is shown and cannot be changed. */
        VERIFIED,
        /** The applicant once typed it into the app, and nobody has checked it: it may be out of date. */
        FROM_APP,
        /** The applicant typed it here. */
        TYPED
    }

    /** What the applicant sends back for this field: a new text, or the one that was there. */
    Entry corrected(String typed) {
        String tidy = typed.replace("\r\n", "\n").strip();
        return origin == Origin.VERIFIED || tidy.equals(text) ? this : new Entry(tidy, Origin.TYPED);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** Shows nothing of a person. */
    @Override
    public String toString() {
        return "Entry[" + origin + "]";
    }
}
