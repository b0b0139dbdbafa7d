package io.github.iamsmart.formfilling.address;

import java.util.List;

/**
 * Premises in English ({@code EngPremisesAddress} [W]).
 *
 * <p>The lines hold: unit, floor, block and building; phase and estate; street number and street, or lot; district and
 * region. The region is written out; added words are in capitals if the whole address is.
 *
 * @param premises the parts
 */
public record EnglishPremisesAddress(Premises premises) implements PremisesAddress {

    @Override
    public AddressLanguage language() {
        return AddressLanguage.ENGLISH;
    }

    @Override
    public List<String> lines() {
        return EnglishPremisesFormat.lines(premises);
    }

    /** Shows no part of the address. */
    @Override
    public String toString() {
        return "EnglishPremisesAddress[***]";
    }
}
