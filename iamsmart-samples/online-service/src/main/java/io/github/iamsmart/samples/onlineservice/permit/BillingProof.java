package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.formfilling.AddressDocumentFile;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.formfilling.HashCheck;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A utility bill that came with the form, as a proof of address. The PDF itself, of up to 5 MB, is not kept here: a
 * real desk would file it with the application.
 *
 * @param providers who sent the bill, by language
 * @param billDate the day of the bill, if known
 * @param intact whether the file is the one that the provider issued
 */
public record BillingProof(Map<Language, String> providers, Optional<LocalDate> billDate, boolean intact) {

    static Optional<BillingProof> of(FormFillingResult result) {
        return result.formData()
                .addressDocumentFile()
                .map(file -> new BillingProof(providers(result), file.billDate(), isIntact(file)));
    }

    private static boolean isIntact(AddressDocumentFile file) {
        return file.hashCheck() == HashCheck.MATCHES;
    }

    private static Map<Language, String> providers(FormFillingResult result) {
        return result.formData()
                .addressDocument()
                .map(bill -> Stream.of(Language.values())
                        .filter(language -> bill.providerName(language).isPresent())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                language -> bill.providerName(language).orElseThrow())))
                .orElse(Map.of());
    }

    /** The provider as the reader knows it; empty if the bill names none. */
    public String provider(Language language) {
        return providers.getOrDefault(language, "");
    }

    /** Shows nothing of a person. */
    @Override
    public String toString() {
        return "BillingProof[***]";
    }
}
