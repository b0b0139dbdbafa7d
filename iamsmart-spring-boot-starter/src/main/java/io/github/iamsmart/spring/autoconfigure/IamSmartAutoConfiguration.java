package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.signing.IdentificationCode;
import io.github.iamsmart.spring.IamSmartClientCustomizer;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.client.ClientBuilderFactory;
import io.github.iamsmart.spring.internal.client.ConnectionSettings;
import io.github.iamsmart.spring.internal.client.PropertiesConnectionDetails;
import io.github.iamsmart.spring.internal.keys.KekLoader;
import io.github.iamsmart.spring.internal.keys.Locations;
import io.github.iamsmart.spring.internal.keys.SecretFiles;
import io.github.iamsmart.spring.internal.observation.ClientTracers;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.IamSmartSimulatorProperties;
import io.github.iamsmart.spring.internal.properties.KnownProperties;
import io.github.iamsmart.spring.internal.properties.KnownPropertiesHints;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.settings.EnabledWhenBuilt;
import io.github.iamsmart.spring.internal.settings.RenamedProperties;
import io.github.iamsmart.spring.internal.settings.UnknownProperties;
import io.github.iamsmart.spring.internal.settings.WrittenValues;
import io.github.iamsmart.spring.internal.simulator.EmbeddedGateway;
import io.github.iamsmart.spring.internal.simulator.EphemeralKek;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Auto-configuration of the {@link IamSmartClient}. It makes no network call. */
@AutoConfiguration
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@ImportRuntimeHints(KnownPropertiesHints.class)
@EnableConfigurationProperties({IamSmartProperties.class, IamSmartSimulatorProperties.class})
public final class IamSmartAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartAutoConfiguration() {}

    /** A post-processor, so that it stops the start before any other bean is made. */
    @Bean
    static RenamedProperties iamSmartRenamedProperties(Environment environment) {
        return new RenamedProperties(environment);
    }

    @Bean
    static EnabledWhenBuilt iamSmartEnabledWhenBuilt(Environment environment) {
        return new EnabledWhenBuilt(environment, IamSmartProperties.PREFIX + ".enabled", "iAM Smart is");
    }

    /** A post-processor too, so that it speaks before a start fails. */
    @Bean
    static UnknownProperties iamSmartUnknownProperties(Environment environment) {
        return new UnknownProperties(environment, KnownProperties.ofThisJar());
    }

    @Bean
    @ConditionalOnDefaultClient
    ConfiguredClient iamSmartConfiguredClient(
            IamSmartProperties properties, Environment environment, ResourceLoader resources) {
        new WrittenValues(environment, KnownProperties.ofThisJar()).check();
        return withSecrets(ConfiguredClient.ofDefault(properties), resources);
    }

    /** {@return the client with the secrets that stand in files} */
    static ConfiguredClient withSecrets(ConfiguredClient client, ResourceLoader resources) {
        return client.with(new SecretFiles(client.prefix(), new Locations(resources)).resolve(client.properties()));
    }

    @Bean
    @ConditionalOnDefaultClient
    @ConditionalOnMissingBean({KekKeyPair.class, IamSmartConnectionDetails.class, IamSmartClient.class})
    KekKeyPair iamSmartKek(
            ConfiguredClient client,
            IamSmartSimulatorProperties simulator,
            ObjectProvider<EmbeddedGateway> embedded,
            ResourceLoader resources,
            BeanFactory beans) {
        if (embedded.getIfAvailable() != null) {
            return EphemeralKek.generate();
        }
        // Before the file is looked for, so that whoever starts from nothing reads of everything that is missing.
        ConnectionSettings.of(client, simulator.enabled(), true);
        return new KekLoader(new Locations(resources), beans)
                .load(client.property("kek"), client.properties().kek());
    }

    @Bean
    @ConditionalOnDefaultClient
    @ConditionalOnMissingBean({IamSmartConnectionDetails.class, IamSmartClient.class})
    IamSmartConnectionDetails iamSmartConnectionDetails(
            ConfiguredClient client,
            IamSmartSimulatorProperties simulator,
            ObjectProvider<EmbeddedGateway> embedded,
            ObjectProvider<KekKeyPair> keks,
            ResourceLoader resources,
            BeanFactory beans) {
        EmbeddedGateway gateway = embedded.getIfAvailable();
        if (gateway != null) {
            return gateway.connect(keks.orderedStream().findFirst().orElseGet(keks::getObject));
        }
        // The key pair first: where it comes from the properties, all that is missing is said at once.
        List<KekKeyPair> pairs = new ArrayList<>(keks.orderedStream().toList());
        ConnectionSettings settings = ConnectionSettings.of(client, simulator.enabled(), false);
        KekLoader loader = new KekLoader(new Locations(resources), beans);
        IamSmartProperties.Kek previous = client.properties().previousKek();
        if (KekLoader.isSomewhere(previous)) {
            pairs.add(loader.load(client.property("previous-kek"), previous));
        } else {
            KekLoader.requireNothingElse(client.property("previous-kek"), previous);
        }
        return new PropertiesConnectionDetails(
                settings,
                loader.current(client.property("kek"), client.properties().kek(), pairs));
    }

    @Bean
    @ConditionalOnDefaultClient
    @ConditionalOnMissingBean({RequestStore.class, IamSmartClient.class})
    RequestStore iamSmartRequestStore(ConfiguredClient client) {
        return new MemoryRequestStore(
                client.requests().capacity(),
                MemoryRequestStore.MOST_BYTES,
                client.requests().anonymousShare());
    }

    @Bean
    @ConditionalOnDefaultClient
    @ConditionalOnMissingBean({AnswerPartStore.class, IamSmartClient.class})
    AnswerPartStore iamSmartAnswerPartStore(ConfiguredClient client) {
        return new MemoryAnswerPartStore(client.requests().partCapacity());
    }

    @Bean
    @ConditionalOnDefaultClient
    @ConditionalOnMissingBean
    IamSmartClient iamSmartClient(
            ConfiguredClient client,
            IamSmartConnectionDetails connection,
            ResourceLoader resources,
            ObjectProvider<Clock> clock,
            ObjectProvider<CekStore> cekStore,
            RequestStore requestStore,
            AnswerPartStore answerPartStore,
            ObjectProvider<RequestKind<?>> kinds,
            ObjectProvider<IdentificationCode> identificationCode,
            ObjectProvider<IamSmartListener> listeners,
            ObjectProvider<ClientTracers> tracers,
            ObjectProvider<IamSmartClientCustomizer> customizers) {
        ClientBuilderFactory factory = new ClientBuilderFactory(
                client, new Locations(resources), kinds.orderedStream().toList());
        IamSmartClientBuilder builder = factory.builder(connection)
                .clock(clock.getIfUnique(Clock::systemUTC))
                .cekStore(cekStore.getIfUnique(() -> CekStore.NONE))
                .requestStore(requestStore)
                .answerPartStore(answerPartStore)
                .identificationCode(identificationCode.getIfUnique(() -> IdentificationCode.PUBLISHED));
        listeners.orderedStream().forEach(builder::listener);
        tracers.ifAvailable(one -> builder.tracer(one.of(client.name())));
        customizers.orderedStream().forEach(customizer -> customizer.customize(client.name(), builder));
        return factory.build(builder);
    }
}
