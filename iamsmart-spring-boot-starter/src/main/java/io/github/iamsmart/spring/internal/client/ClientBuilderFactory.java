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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the client of its properties. */
public final class ClientBuilderFactory {

    private static final Duration LONGEST_SPAN = Duration.ofDays(1);

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
                .connectTimeout(positive("connect-timeout", properties.connectTimeout()))
                .readTimeout(positive("read-timeout", properties.readTimeout()))
                .callTimeout(positive("call-timeout", properties.callTimeout()))
                .keepAlive(span("keep-alive", properties.keepAlive()))
                .timestampTolerance(span("timestamp-tolerance", properties.timestampTolerance()))
                .appLinks(names.appLinks(connection.environment().appScheme()))
                .mostCallbackBytes(client.requests().mostCallbackBytes())
                .embeddedKey(properties.callback().embeddedKey())
                .stepUpFields(stepUpFields(properties.signing().stepUpFields()))
                .encodeRedirectUri(properties.requests().encodeRedirectUri())
                .deliveryPolicy(client.requests().deliveryPolicy());
        connection.keks().forEach(builder::kek);
        builder.directLoginFlag(properties.signIn().directLoginFlag());
        names.businessIdInGetResult().forEach(builder::businessIdInGetResult);
        ownApp(builder, properties.ownAppPathPrefix());
        kinds.forEach(builder::kind);
        new ProxySettings(client).applyTo(builder);
        String trustStore = properties.trustStore().location();
        if (trustStore != null && !trustStore.isBlank()) {
            new TrustStoreLoader(client.property("trust-store"), locations)
                    .load(builder, properties.trustStore(), trustStore);
        }
        return builder;
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

    private Duration span(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST_SPAN) > 0) {
            throw new IamSmartPropertyException(
                    client.property(name) + " is " + value + ", which is not between nothing and a day.",
                    "Write a duration:\n\n" + YamlLines.of(client.property(name), "1s"));
        }
        return value;
    }

    private Duration positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IamSmartPropertyException(
                    client.property(name) + " is " + value + ", which leaves no time.",
                    "Write a duration of more than zero:\n\n" + YamlLines.of(client.property(name), "10s"));
        }
        return value;
    }
}
