package io.github.iamsmart.spring.internal.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.internal.text.JsonText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a request needs each time it is loaded. The store keeps it sealed: the links hold the ticket.
 *
 * @param goTo where to go afterwards, a path within the application
 * @param againAt where to begin again, a path within the application
 * @param authByQr whether the phone is another device than that of the browser
 * @param appLink opens the app on this device
 * @param gatewayPage the page of the gateway to which an anonymous request leads
 * @param identificationCode the digits that the app shows, too
 * @param language that in which the request began
 */
public record PageContext(
        String goTo,
        String againAt,
        boolean authByQr,
        Optional<URI> appLink,
        Optional<URI> gatewayPage,
        Optional<String> identificationCode,
        Language language) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** {@return the context as JSON, for the store} */
    public String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("goTo", goTo);
        members.put("againAt", againAt);
        members.put("authByQr", authByQr);
        appLink.ifPresent(link -> members.put("appLink", link.toString()));
        gatewayPage.ifPresent(page -> members.put("gatewayPage", page.toString()));
        members.put("language", language.wireValue());
        identificationCode.ifPresent(code -> members.put("identificationCode", code));
        return JsonText.of(members);
    }

    /**
     * {@return what {@link #json} wrote; empty if the application kept something else}
     *
     * @param json out of the store
     */
    public static Optional<PageContext> parse(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            Optional<Language> language = Language.of(node.path("language").asText());
            return node.path("goTo").isTextual() && node.path("againAt").isTextual() && language.isPresent()
                    ? Optional.of(new PageContext(
                            node.path("goTo").textValue(),
                            node.path("againAt").textValue(),
                            node.path("authByQr").asBoolean(),
                            uri(node, "appLink"),
                            uri(node, "gatewayPage"),
                            Optional.ofNullable(node.path("identificationCode").textValue()),
                            language.get()))
                    : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> uri(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue()).map(URI::create);
    }

    /** Hides the links: anyone who has them can open the request. */
    @Override
    public String toString() {
        return "PageContext[goTo=" + goTo + "]";
    }
}
