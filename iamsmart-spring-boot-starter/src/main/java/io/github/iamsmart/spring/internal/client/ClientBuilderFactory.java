package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.device.AppReturn;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.signing.StepUpFields;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.keys.Locations;
import io.github.iamsmart.spring.internal.keys.TrustStoreLoader;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the client of its properties. */
public final class ClientBuilderFactory {

    private static final Logger log = LoggerFactory.getLogger(ClientBuilderFactory.class);

    private static final Pattern HAS_A_PATH = Pattern.compile("https?://[^/@?#]+/+[^/?#][^?#]*");

    private final ConfiguredClient client;
    private final Locations locations;
    private final List<RequestKind<?>> kinds;
    private final ConfiguredNames names;

    /**
     * Creates it.
     *
     * @param client whose settings are read
     * @param locations reads files
     * @param kinds the application's own kinds of requests
     */
    public ClientBuilderFactory(ConfiguredClient client, Locations locations, List<RequestKind<?>> kinds) {
        this.client = client;
        this.locations = locations;
        this.kinds = List.copyOf(kinds);
        this.names = new ConfiguredNames(client, kinds);
    }

    /**
     * {@return a builder with the settings of the properties}
     *
     * @param connection which gateway, and as whom
     * @throws IamSmartPropertyException if a property cannot be used
     */
    public IamSmartClientBuilder builder(IamSmartConnectionDetails connection) {
        IamSmartProperties properties = client.properties();
        IamSmartClientBuilder builder = IamSmartClient.builder()
                .environment(connection.environment())
                .clientId(connection.clientId())
                .clientSecret(connection.clientSecret())
                .language(properties.language())
                .paths(names.paths())
                .appLinks(names.appLinks(connection.environment().appScheme()))
                .mostCallbackBytes(client.requests().mostCallbackBytes())
                .embeddedKey(properties.callback().embeddedKey())
                .stepUpFields(stepUpFields(properties.signing().stepUpFields()))
                .encodeRedirectUri(properties.requests().encodeRedirectUri())
                .deliveryPolicy(client.requests().deliveryPolicy());
        new Timeouts(client).applyTo(builder);
        if (connection instanceof PropertiesConnectionDetails own) {
            builder.keks(own::keks); // which change with an SSL bundle
        } else {
            connection.keks().forEach(builder::kek);
        }
        warnOfABlank(connection.clientSecret());
        warnOfAPath("base-url", properties.baseUrl());
        warnOfAPath("browser-base-url", properties.browserBaseUrl());
        builder.directLoginFlag(properties.signIn().directLoginFlag());
        names.businessIdInGetResult().forEach(builder::businessIdInGetResult);
        ownApp(builder, properties.ownAppPathPrefix());
        kinds.forEach(builder::kind);
        new ProxySettings(client).applyTo(builder);
        trustStore(builder, properties.trustStore());
        return builder;
    }

    /** An egress gateway may have one. */
    private void warnOfAPath(String name, @Nullable String url) {
        if (url != null && HAS_A_PATH.matcher(url.strip()).matches()) {
            log.warn(
                    "{} ({}) has a path, to which the paths of the calls are appended. iAM Smart's own address has none:"
                            + " remove it unless a gateway of yours wants it.",
                    client.property(name),
                    url.strip());
        }
    }

    /** Possible, but it is more often one that came along when the secret was copied. */
    private void warnOfABlank(String secret) {
        if (secret.equals(client.properties().clientSecret()) && secret.strip().contains(" ")) {
            log.warn(
                    "{} has a blank in it. If iAM Smart answers that the signature is wrong, copy it again.",
                    client.property("client-secret"));
        }
    }

    private void trustStore(IamSmartClientBuilder builder, IamSmartProperties.TrustStore trustStore) {
        String location = trustStore.location();
        if (location != null && !location.isBlank()) {
            new TrustStoreLoader(client.property("trust-store"), locations).load(builder, trustStore, location);
        } else if (ConnectionSettings.isSet(trustStore.password()) || ConnectionSettings.isSet(trustStore.type())) {
            String set = client.property(
                    ConnectionSettings.isSet(trustStore.password()) ? "trust-store.password" : "trust-store.type");
            String missing = client.property("trust-store.location");
            throw new IamSmartPropertyException(
                    set + " is set, but not " + missing + ": the authorities of the JVM would be trusted.",
                    "Write the file with the certificates, or remove " + set + ":\n\n"
                            + YamlLines.of(missing, "<file with the certificates>"));
        }
    }

    /**
     * {@return the client, when the application has added to the builder}
     *
     * @param builder from {@link #builder}
     * @throws IamSmartPropertyException if a property has a name that the client does not know
     */
    public IamSmartClient build(IamSmartClientBuilder builder) {
        try {
            return builder.build();
        } catch (ConfigurationException e) {
            throw names.explained(e);
        }
    }

    private void ownApp(IamSmartClientBuilder builder, @Nullable String prefix) {
        if (prefix == null || prefix.isBlank()) {
            return;
        }
        try {
            builder.ownAppPathPrefix(prefix.strip());
        } catch (ConfigurationException e) {
            String property = client.property("own-app-path-prefix");
            throw new IamSmartPropertyException(
                    property + " is '" + prefix + "', with which no path can begin.",
                    "Write what the paths of your app's calls have in place of /api/v1, or remove it if the service is"
                            + " no app itself:\n\n" + YamlLines.of(property, AppReturn.SISTER_PATH_PREFIX));
        }
    }

    private StepUpFields stepUpFields(IamSmartProperties.StepUpNames names) {
        try {
            return new StepUpFields(names.method(), names.waitingPeriod());
        } catch (ConfigurationException e) {
            String property = client.property("signing.step-up-fields");
            throw new IamSmartPropertyException(
                    property + " names '" + names.method() + "' and '" + names.waitingPeriod()
                            + "', which are not two different names.",
                    "Write both as your specification has them, or remove them for these:\n\n"
                            + YamlLines.of(new TreeMap<>(Map.of(
                                    property + ".method", StepUpFields.SUA.method(),
                                    property + ".waiting-period", StepUpFields.SUA.waitingPeriod()))));
        }
    }
}
