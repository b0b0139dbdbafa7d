package io.github.iamsmart.formfilling.address;

/** An address in Hong Kong that came in its parts. Its two kinds differ in the language of those parts. */
public sealed interface PremisesAddress extends Address permits EnglishPremisesAddress, ChinesePremisesAddress {

    /**
     * Returns the parts of the address, to fill the fields of a form.
     *
     * @return the parts
     */
    Premises premises();
}
