package io.github.iamsmart.formfilling.address;

/** The language in which an address was given. It decides the order of its parts. */
public enum AddressLanguage {
    /** From the small to the large, parts separated by commas. */
    ENGLISH,
    /** From the large to the small, written without separators. */
    CHINESE
}
