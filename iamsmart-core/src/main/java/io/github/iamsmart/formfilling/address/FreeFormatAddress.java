package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Optional;

/**
 * An address in unstructured lines, typically one outside Hong Kong ({@code FreeFormatAddress} [W]).
 *
 * @param lines the lines as they were typed, without blank ones
 * @param languageCode {@code LanguageCode} as it came; its values are not public
 */
public record FreeFormatAddress(List<String> lines, Optional<String> languageCode) implements Address {

    /**
     * Drops blank lines and strips the others.
     *
     * @param lines the lines
     * @param languageCode the code of their language
     */
    public FreeFormatAddress {
        lines = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * {@return Chinese if a line contains a Chinese character, else English} The code is not used, because its values
     * are not public.
     */
    @Override
    public AddressLanguage language() {
        return lines.stream().anyMatch(ChineseText::hasHan) ? AddressLanguage.CHINESE : AddressLanguage.ENGLISH;
    }

    /** Shows no part of the address. */
    @Override
    public String toString() {
        return "FreeFormatAddress[***]";
    }
}
