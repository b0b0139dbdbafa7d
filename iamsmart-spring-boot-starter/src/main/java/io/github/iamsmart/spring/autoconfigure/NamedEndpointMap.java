package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.PageSettings;
import io.github.iamsmart.spring.internal.page.PageStyle;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.signin.page.HandOverPage;
import io.github.iamsmart.spring.internal.text.YamlLines;
import io.github.iamsmart.spring.internal.web.CookieSeal;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where the endpoints of each named client are, and what its pages look like. */
final class NamedEndpointMap {

    /** What the path of an endpoint begins with, below the prefix: no other prefix may be there. */
    private static final Set<String> ENDPOINTS = Set.of("callback", "direct-login", "login", "pages", "requests");

    private final IamSmartEndpointsAutoConfiguration configuration = new IamSmartEndpointsAutoConfiguration();
    private final Map<String, EndpointSettings> settings = new LinkedHashMap<>();
    private final NamedClientMap clients;
    private final PageSettings pages;
    private final Captions captions;

    NamedEndpointMap(NamedClientMap clients, PageSettings pages, Captions captions) {
        this.clients = clients;
        this.pages = pages;
        this.captions = captions;
        for (NamedClientWiring client : clients.all()) {
            EndpointSettings endpoints =
                    configuration.iamSmartEndpointSettings(client.configured(), client.connections());
            settings.values().forEach(before -> requireApart(before, endpoints, client));
            settings.put(client.name(), endpoints);
        }
    }

    private static void requireApart(EndpointSettings one, EndpointSettings other, NamedClientWiring client) {
        if (isWithin(one.pathPrefix(), other.pathPrefix()) || isWithin(other.pathPrefix(), one.pathPrefix())) {
            String property = client.configured().property("path-prefix");
            throw new IamSmartPropertyException(
                    property + " is " + other.pathPrefix() + ", and that of the client " + one.clientName() + " is "
                            + one.pathPrefix() + ": their endpoints would be at the same addresses.",
                    "Write another path, or remove it to use the one with the client's name:\n\n"
                            + YamlLines.of(property, one.pathPrefix() + "-" + other.clientName()));
        }
    }

    /** Whether an endpoint below the first prefix may be one below the second. */
    private static boolean isWithin(String inner, String outer) {
        if (inner.equals(outer)) {
            return true;
        }
        return inner.startsWith(outer + "/")
                && ENDPOINTS.contains(inner.substring(outer.length() + 1).split("/", 2)[0]);
    }

    List<EndpointSettings> settings() {
        return List.copyOf(settings.values());
    }

    EndpointSettings settings(String client) {
        return Objects.requireNonNull(settings.get(client));
    }

    PageSettings pages() {
        return pages;
    }

    Captions captions() {
        return captions;
    }

    PageStyle style(String client) {
        return configuration.iamSmartPageStyle(settings(client), pages);
    }

    SmallPage page(String client) {
        return configuration.iamSmartSmallPage(style(client));
    }

    HandOverPage handOver(String client) {
        return configuration.iamSmartHandOverPage(page(client), captions);
    }

    CookieSeal seal(String client) {
        NamedClientWiring one = clients.of(client);
        return configuration.iamSmartCookieSeal(one.configured(), one.connections());
    }
}
