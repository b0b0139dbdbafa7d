package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.wire.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A registration as the control API shows and takes it. */
final class ClientJson {
    /** Stands for a secret that is not shown; taken back, it means the one that is known. */
    static final String MASK = "***";

    private static final Set<String> INSIDE = Set.of("displayName");

    private ClientJson() {}

    /** Without its secret. */
    static ObjectNode masked(ClientRegistration registration) {
        return withSecret(registration).put("clientSecret", MASK);
    }

    /** All that it takes to register the service again. */
    static ObjectNode withSecret(ClientRegistration registration) {
        PublicKey kek = registration.kekPublicKey();
        URI logo = registration.logo();
        ObjectNode json = Json.object().put("clientID", registration.clientId());
        ObjectNode names = json.putObject("displayName");
        for (String language : List.of("en", "zh-HK", "zh-CN")) {
            String name = registration.displayName().get(language);
            if (name != null) {
                names.put(language, name);
            }
        }
        json.put("logo", logo == null ? null : logo.toString())
                .put("clientSecret", registration.clientSecret())
                .put("kekPublicKey", kek == null ? null : Base64.getEncoder().encodeToString(kek.getEncoded()));
        registration.redirectUris().stream().map(URI::toString).sorted().forEach(json.putArray("redirectURIs")::add);
        registration.scopes().stream().sorted().forEach(json.putArray("scopes")::add);
        return json;
    }

    /** The service, changed. */
    static ClientRegistration change(ClientRegistration before, ObjectNode patch) {
        ObjectNode own = patch.deepCopy();
        if (MASK.equals(own.path("clientSecret").textValue())) {
            own.remove("clientSecret");
        }
        spreadName(own);
        ObjectNode old = MergePatch.apply(Json.object(), withSecret(before), INSIDE);
        return read(MergePatch.apply(old, own, INSIDE));
    }

    /**
     * A service.
     *
     * @param known the registration of the same id, whose secret a mask or none stands for
     */
    static ClientRegistration read(ObjectNode json, @Nullable ClientRegistration known) {
        ObjectNode own = json.deepCopy();
        JsonNode secret = own.path("clientSecret");
        boolean hidden = secret.isMissingNode() || secret.isNull() || MASK.equals(secret.textValue());
        if (hidden && known != null) {
            own.put("clientSecret", known.clientSecret());
        } else if (MASK.equals(secret.textValue())) {
            throw ControlBody.invalid(
                    "The clientSecret of '" + own.path("clientID").asText() + "' is masked; write the secret itself.");
        }
        return read(own);
    }

    static ClientRegistration read(ObjectNode json) {
        spreadName(json);
        ControlBody body = ControlBody.of(
                json, "clientID", "displayName", "logo", "clientSecret", "kekPublicKey", "redirectURIs", "scopes");
        Set<URI> redirectUris = new LinkedHashSet<>();
        body.optionalTexts("redirectURIs")
                .orElse(List.of())
                .forEach(text -> redirectUris.add(uri("redirectURIs", text)));
        return new ClientRegistration(
                body.text("clientID"),
                body.text("clientSecret"),
                body.optionalText("kekPublicKey").map(PublicKeys::read).orElse(null),
                redirectUris,
                body.optionalTexts("scopes")
                        .<Set<String>>map(LinkedHashSet::new)
                        .orElse(ClientRegistration.ALL_SCOPES),
                body.optionalTextMap("displayName").orElse(Map.of()),
                body.optionalText("logo").map(text -> uri("logo", text)).orElse(null));
    }

    /** One text is the name in every language. */
    private static void spreadName(ObjectNode json) {
        JsonNode name = json.path("displayName");
        if (name.isTextual()) {
            json.putObject("displayName")
                    .put("en", name.textValue())
                    .put("zh-HK", name.textValue())
                    .put("zh-CN", name.textValue());
        }
    }

    private static URI uri(String field, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw ControlBody.invalid("'" + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + "' in "
                    + field + " is not a URL.");
        }
    }
}
