package io.github.iamsmart.formfilling;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.formfilling.address.FreeFormatAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a utility bill that the user keeps in the app as proof of an address ({@code addressDocInfo} [D]). The
 * utility provider supplied it; iAM Smart has not verified it.
 *
 * <p>Each value may come in several languages; on the wire {@code en}, {@code tc} and {@code sc} are
 * {@link Language#EN_US}, {@link Language#ZH_HK} and {@link Language#ZH_CN}.
 *
 * @param providerNames the name of the provider
 * @param userNames the name of the customer
 * @param serviceAddresses the address that receives the service
 * @param postalAddresses the address to which the bill is sent
 * @param lastRetrieval when the bill was last fetched from the provider
 */
public record AddressDocument(
        Map<Language, String> providerNames,
        Map<Language, String> userNames,
        Map<Language, FreeFormatAddress> serviceAddresses,
        Map<Language, FreeFormatAddress> postalAddresses,
        Optional<Instant> lastRetrieval) {

    /**
     * Copies the maps.
     *
     * @param providerNames the name of the provider
     * @param userNames the name of the customer
     * @param serviceAddresses the address that receives the service
     * @param postalAddresses the address to which the bill is sent
     * @param lastRetrieval when the bill was last fetched from the provider
     */
    public AddressDocument {
        providerNames = Map.copyOf(providerNames);
        userNames = Map.copyOf(userNames);
        serviceAddresses = Map.copyOf(serviceAddresses);
        postalAddresses = Map.copyOf(postalAddresses);
    }

    /**
     * {@return the name of the provider in this language, else in the nearest one available}
     *
     * @param language the preferred language
     */
    public Optional<String> providerName(Language language) {
        return nearest(providerNames, language);
    }

    /**
     * {@return the name of the customer in this language, else in the nearest one available}
     *
     * @param language the preferred language
     */
    public Optional<String> userName(Language language) {
        return nearest(userNames, language);
    }

    /**
     * {@return the address that receives the service, in this language, else in the nearest one available}
     *
     * @param language the preferred language
     */
    public Optional<FreeFormatAddress> serviceAddress(Language language) {
        return nearest(serviceAddresses, language);
    }

    /**
     * {@return the address to which the bill is sent, in this language, else in the nearest one available}
     *
     * @param language the preferred language
     */
    public Optional<FreeFormatAddress> postalAddress(Language language) {
        return nearest(postalAddresses, language);
    }

    private static <T> Optional<T> nearest(Map<Language, T> byLanguage, Language language) {
        List<Language> order = switch (language) {
            case EN_US -> List.of(Language.EN_US, Language.ZH_HK, Language.ZH_CN);
            case ZH_HK -> List.of(Language.ZH_HK, Language.ZH_CN, Language.EN_US);
            case ZH_CN -> List.of(Language.ZH_CN, Language.ZH_HK, Language.EN_US);
        };
        for (Language candidate : order) {
            @Nullable T found = byLanguage.get(candidate);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Shows no part of the document. */
    @Override
    public String toString() {
        return "AddressDocument[***]";
    }
}
