package io.github.iamsmart.simulator.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the waiting browser goes: the service's address with the gateway's parameters. */
public final class BrowserRedirect {
    private final URI target;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private BrowserRedirect(URI target) {
        this.target = target;
    }

    public static BrowserRedirect to(URI target) {
        return new BrowserRedirect(target);
    }

    public BrowserRedirect with(String name, Optional<String> value) {
        value.ifPresent(text -> parameters.put(name, text));
        return this;
    }

    public URI uri() {
        StringBuilder uri = new StringBuilder(target.toString());
        char separator = uri.indexOf("?") < 0 ? '?' : '&';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            uri.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return URI.create(uri.toString());
    }
}
