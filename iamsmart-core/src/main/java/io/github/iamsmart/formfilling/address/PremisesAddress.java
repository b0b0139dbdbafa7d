package io.github.iamsmart.formfilling.address;

/** A structured address in Hong Kong. Its two kinds differ in the language of their parts. */
public sealed interface PremisesAddress extends Address permits EnglishPremisesAddress, ChinesePremisesAddress {

    /** {@return the parts of the address, to fill the fields of a form} */
    Premises premises();
}
