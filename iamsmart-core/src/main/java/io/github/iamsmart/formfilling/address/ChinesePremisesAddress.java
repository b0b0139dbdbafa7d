package io.github.iamsmart.formfilling.address;

import java.util.List;

/**
 * Premises in Chinese ({@code ChiPremisesAddress} [W]).
 *
 * <p>The lines hold: region and district; street and street number, or lot; estate and phase; building, block, floor
 * and unit. Added words are in Traditional Chinese.
 *
 * @param premises the parts
 */
public record ChinesePremisesAddress(Premises premises) implements PremisesAddress {

    @Override
    public AddressLanguage language() {
        return AddressLanguage.CHINESE;
    }

    @Override
    public List<String> lines() {
        return ChinesePremisesFormat.lines(premises);
    }

    /** Shows no part of the address. */
    @Override
    public String toString() {
        return "ChinesePremisesAddress[***]";
    }
}
