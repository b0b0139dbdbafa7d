package io.github.iamsmart.formfilling.address;

/** The language in which an address was entered. It decides the order of its parts. */
public enum AddressLanguage {
    /** From the flat to the region, parts separated by commas. */
    ENGLISH,
    /** From the region to the flat, without separators. */
    CHINESE
}
