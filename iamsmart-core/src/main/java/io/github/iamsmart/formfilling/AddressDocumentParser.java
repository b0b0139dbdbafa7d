package io.github.iamsmart.formfilling;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.formfilling.address.FreeFormatAddress;
import io.github.iamsmart.internal.json.lenient.LenientObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the two members about a utility bill. */
final class AddressDocumentParser {

    private static final Map<String, Language> LANGUAGES =
            Map.of("en", Language.EN_US, "tc", Language.ZH_HK, "sc", Language.ZH_CN);
    private static final Pattern MILLISECONDS = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private AddressDocumentParser() {}

    static Optional<AddressDocument> info(LenientObject info) {
        Map<Language, String> providers = byLanguage(prefix -> info.text(prefix + "ProviderName"));
        Map<Language, String> users = byLanguage(prefix -> info.text(prefix + "UserName"));
        Map<Language, FreeFormatAddress> service = byLanguage(prefix -> lines(info.child(prefix + "ServiceAddress")));
        Map<Language, FreeFormatAddress> postal = byLanguage(prefix -> lines(info.child(prefix + "PostalAddress")));
        Optional<Instant> lastRetrieval = time(info, "lastRetrievalDate");
        boolean nothing = providers.isEmpty()
                && users.isEmpty()
                && service.isEmpty()
                && postal.isEmpty()
                && lastRetrieval.isEmpty();
        return nothing
                ? Optional.empty()
                : Optional.of(new AddressDocument(providers, users, service, postal, lastRetrieval));
    }

    private static <T> Map<Language, T> byLanguage(Function<String, Optional<T>> reader) {
        Map<Language, T> found = new LinkedHashMap<>();
        LANGUAGES.forEach((prefix, language) -> reader.apply(prefix).ifPresent(value -> found.put(language, value)));
        return found;
    }

    private static Optional<FreeFormatAddress> lines(LenientObject address) {
        var lines = Stream.of("addressLine1", "addressLine2", "addressLine3", "addressLine4")
                .map(address::text)
                .flatMap(Optional::stream)
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new FreeFormatAddress(lines, Optional.empty()));
    }

    static Optional<AddressDocumentFile> file(LenientObject file) {
        return file.read("docFile", AddressDocumentParser::decode)
                .map(pdf -> new AddressDocumentFile(
                        pdf,
                        file.text("docHash").orElse(null),
                        time(file, "billDate").orElse(null)));
    }

    /** Accepts bytes that the reader of the result has decoded, or text, possibly with line breaks as in MIME. */
    private static Optional<byte[]> decode(JsonNode docFile) {
        try {
            if (docFile.isBinary()) {
                return Optional.of(docFile.binaryValue());
            }
            return docFile.isTextual() && !docFile.asText().isBlank()
                    ? Optional.of(Base64.getDecoder()
                            .decode(WHITE_SPACE.matcher(docFile.asText()).replaceAll("")))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(LenientObject object, String name) {
        return object.parsed(
                name,
                text -> Optional.of(text)
                        .filter(t -> MILLISECONDS.matcher(t).matches())
                        .map(t -> Instant.ofEpochMilli(Long.parseLong(t))));
    }
}
