package io.github.iamsmart.formfilling.address;

import java.util.List;

/**
 * An address that a person typed into the app; iAM Smart has not verified it [S].
 *
 * <p>It has one language, the one in which it was given; nothing is translated. {@code toString()} of an address and of
 * its parts shows nothing of it. Immutable and safe for threads.
 */
public sealed interface Address permits PremisesAddress, FreeFormatAddress, PostBoxAddress {

    /**
     * Returns the language in which the address was given.
     *
     * @return the language
     */
    AddressLanguage language();

    /**
     * Returns the address as lines, in the order that is usual in Hong Kong for its language: English from the flat to
     * the region, Chinese from the region to the flat. Premises make at most four lines.
     *
     * @return the lines, none of them blank; empty when the address holds nothing that can be printed
     */
    List<String> lines();

    /**
     * Returns the address on one line, in the same order: English parts are joined by a comma and a space, Chinese ones
     * follow each other directly.
     *
     * @return the line, possibly empty
     */
    default String oneLine() {
        return language() == AddressLanguage.ENGLISH ? EnglishText.oneLine(lines()) : ChineseText.concatenate(lines());
    }
}
