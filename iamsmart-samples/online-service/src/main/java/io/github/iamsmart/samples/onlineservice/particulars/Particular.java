package io.github.iamsmart.samples.onlineservice.particulars;

/**
 * One line of the page.
 *
 * @param key of its name, below {@code particulars.field.}
 * @param text what is shown
 * @param verified whether iAM Smart vouches for it
 */
public record Particular(String key, String text, boolean verified) {

    /** Shows nothing of a person. */
    @Override
    public String toString() {
        return "Particular[" + key + "]";
    }
}
