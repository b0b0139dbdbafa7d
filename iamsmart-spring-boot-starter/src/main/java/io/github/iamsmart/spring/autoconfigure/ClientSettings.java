package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.signing.StepUpFields;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Turns the properties into the builder of a client. */
final class ClientSettings {

    private final String prefix;
    private final Locations locations;

    ClientSettings(String prefix, Locations locations) {
        this.prefix = prefix;
        this.locations = locations;
    }

    IamSmartClientBuilder builder(IamSmartProperties properties, IamSmartConnectionDetails connection) {
        RequestProperties requests = new RequestProperties(prefix);
        IamSmartClientBuilder builder = IamSmartClient.builder()
                .environment(connection.environment())
                .clientId(connection.clientId())
                .clientSecret(connection.clientSecret())
                .language(properties.language())
                .paths(paths(properties.paths()))
                .connectTimeout(positive("connect-timeout", properties.connectTimeout()))
                .readTimeout(positive("read-timeout", properties.readTimeout()))
                .callTimeout(positive("call-timeout", properties.callTimeout()))
                .appLinks(appLinks(connection.environment().appScheme(), properties.appLinks()))
                .mostCallbackBytes(requests.mostBytes(properties.callback()))
                .embeddedKey(properties.callback().embeddedKey())
                .stepUpFields(stepUpFields(properties.signing().stepUpFields()))
                .deliveryPolicy(requests.deliveryPolicy(properties.requests()));
        connection.keks().forEach(builder::kek);
        String proxyHost = properties.proxy().host();
        if (proxyHost != null && !proxyHost.isBlank()) {
            // Not resolved here: nothing asks the network, a name server included, while the application starts.
            builder.proxy(new Proxy(
                    Proxy.Type.HTTP,
                    InetSocketAddress.createUnresolved(
                            proxyHost, port(properties.proxy().port()))));
        }
        String trustStore = properties.trustStore().location();
        if (trustStore != null && !trustStore.isBlank()) {
            builder.trustStore(new TrustStoreLoader(prefix, locations).load(properties.trustStore(), trustStore));
        }
        return builder;
    }

    private ApiPaths paths(Map<Api, String> configured) {
        ApiPaths paths = ApiPaths.DEFAULTS;
        for (Map.Entry<Api, String> entry : configured.entrySet()) {
            String property = prefix + ".paths." + entry.getKey().propertyName();
            try {
                paths = paths.with(entry.getKey(), entry.getValue());
            } catch (ConfigurationException e) {
                String example = entry.getKey().defaultPath().orElse("/api/v1/example");
                throw new IamSmartPropertyException(
                        property + " is '" + entry.getValue() + "', which is not a path.",
                        "Write the path below the base URL, from a slash on:\n\n" + YamlLines.of(property, example),
                        e);
            }
        }
        return paths;
    }

    private AppLink appLinks(String scheme, Map<AppLink.Context, String> configured) {
        AppLink links = AppLink.forScheme(scheme);
        for (Map.Entry<AppLink.Context, String> entry : configured.entrySet()) {
            String property = prefix + ".app-links." + entry.getKey().propertyName();
            try {
                links = links.with(entry.getKey(), entry.getValue());
            } catch (ConfigurationException e) {
                throw new IamSmartPropertyException(
                        property + " is '" + entry.getValue() + "', which is not the name of a screen.",
                        "Write what stands between '://' and '?' in the link, for example:\n\n"
                                + YamlLines.of(property, "pdf-sign"),
                        e);
            }
        }
        return links;
    }

    private StepUpFields stepUpFields(IamSmartProperties.StepUpNames names) {
        try {
            return new StepUpFields(names.method(), names.waitingPeriod());
        } catch (ConfigurationException e) {
            String property = prefix + ".signing.step-up-fields";
            throw new IamSmartPropertyException(
                    property + " names '" + names.method() + "' and '" + names.waitingPeriod()
                            + "', which are not two different names.",
                    "Write both as your specification has them, or remove them for these:\n\n"
                            + YamlLines.of(new TreeMap<>(Map.of(
                                    property + ".method", StepUpFields.SUA.method(),
                                    property + ".waiting-period", StepUpFields.SUA.waitingPeriod()))),
                    e);
        }
    }

    private Duration positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IamSmartPropertyException(
                    prefix + "." + name + " is " + value + ", which leaves no time.",
                    "Write a duration of more than zero:\n\n" + YamlLines.of(prefix + "." + name, "10s"));
        }
        return value;
    }

    private int port(int port) {
        if (port < 1 || port > 65_535) {
            throw new IamSmartPropertyException(
                    prefix + ".proxy.port is " + port + ", which is not a port.",
                    "Write the port of the proxy:\n\n" + YamlLines.of(prefix + ".proxy.port", "3128"));
        }
        return port;
    }
}
