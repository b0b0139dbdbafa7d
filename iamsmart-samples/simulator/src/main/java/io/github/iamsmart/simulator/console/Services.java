package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.page.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What registered services are called. */
final class Services {
    private final Map<String, JsonNode> names = new HashMap<>();

    Services(ControlCalls control) {
        control.list("/control/clients")
                .forEach(client -> names.put(client.path("clientID").asText(), client.path("displayName")));
    }

    /** The name in a language, or the closest there is, or else the client id. */
    String name(String clientId, Language language) {
        JsonNode known = names.get(clientId);
        if (known == null) {
            return clientId;
        }
        List<String> preferred = switch (language) {
            case EN_US -> List.of("en", "zh-HK", "zh-CN");
            case ZH_HK -> List.of("zh-HK", "zh-CN", "en");
            case ZH_CN -> List.of("zh-CN", "zh-HK", "en");
        };
        return preferred.stream()
                .map(tag -> known.path(tag).asText())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(clientId);
    }
}
