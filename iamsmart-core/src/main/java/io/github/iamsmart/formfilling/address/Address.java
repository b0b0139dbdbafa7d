package io.github.iamsmart.formfilling.address;

import java.util.List;

/**
 * An address that the user typed into the app; iAM Smart has not verified it [S].
 *
 * <p>It has one language, the one in which it was entered; nothing is translated. {@code toString()} of an address and
 * of its parts shows no personal data. Immutable and thread-safe.
 */
public sealed interface Address permits PremisesAddress, FreeFormatAddress, PostBoxAddress {

    /** {@return the language in which the address was entered} */
    AddressLanguage language();

    /**
     * {@return the address as lines, none of them blank; empty if the address holds nothing that can be printed} The
     * order is the usual one in Hong Kong for its language: English from the flat to the region, Chinese from the
     * region to the flat. Premises yield at most four lines.
     */
    List<String> lines();

    /**
     * {@return the address on one line, possibly empty, in the same order} English parts are joined by a comma and a
     * space, Chinese ones directly.
     */
    default String oneLine() {
        return language() == AddressLanguage.ENGLISH ? EnglishText.oneLine(lines()) : ChineseText.concatenate(lines());
    }
}
