package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkResultStore;
import io.github.iamsmart.bulksigning.MemoryBulkResultStore;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.signing.IdentificationCode;
import io.github.iamsmart.spring.IamSmartClientCustomizer;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.tracking.MemoryRequestStore;
import io.github.iamsmart.tracking.RequestStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;

/** Auto-configuration of the {@link IamSmartClient}. It makes no network call. */
@AutoConfiguration
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties({IamSmartProperties.class, IamSmartSimulatorProperties.class})
public final class IamSmartAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean({KekKeyPair.class, IamSmartConnectionDetails.class, IamSmartClient.class})
    KekKeyPair iamSmartKek(
            IamSmartProperties properties, IamSmartSimulatorProperties simulator, ResourceLoader resources) {
        // Before the file is looked for, so that whoever starts from nothing reads of everything that is missing.
        ConnectionSettings.of(IamSmartProperties.PREFIX, properties, simulator.enabled(), true);
        return new KekLoader(new Locations(resources)).load("iamsmart.kek", properties.kek());
    }

    @Bean
    @ConditionalOnMissingBean({IamSmartConnectionDetails.class, IamSmartClient.class})
    PropertiesConnectionDetails iamSmartConnectionDetails(
            IamSmartProperties properties,
            IamSmartSimulatorProperties simulator,
            ObjectProvider<KekKeyPair> keks,
            ResourceLoader resources) {
        ConnectionSettings settings =
                ConnectionSettings.of(IamSmartProperties.PREFIX, properties, simulator.enabled(), false);
        List<KekKeyPair> pairs = new ArrayList<>(keks.orderedStream().toList());
        if (ConnectionSettings.isSet(properties.previousKek().location())) {
            pairs.add(new KekLoader(new Locations(resources)).load("iamsmart.previous-kek", properties.previousKek()));
        }
        return new PropertiesConnectionDetails(settings, pairs);
    }

    @Bean
    @ConditionalOnMissingBean({RequestStore.class, IamSmartClient.class})
    RequestStore iamSmartRequestStore(IamSmartProperties properties) {
        return new MemoryRequestStore(
                new RequestProperties(IamSmartProperties.PREFIX).capacity(properties.requests()),
                MemoryRequestStore.MOST_BYTES);
    }

    @Bean
    @ConditionalOnMissingBean({BulkResultStore.class, IamSmartClient.class})
    BulkResultStore iamSmartBulkResultStore(IamSmartProperties properties) {
        return new MemoryBulkResultStore(
                new RequestProperties(IamSmartProperties.PREFIX).bulkCapacity(properties.requests()));
    }

    @Bean
    @ConditionalOnMissingBean
    IamSmartClient iamSmartClient(
            IamSmartProperties properties,
            IamSmartConnectionDetails connection,
            ResourceLoader resources,
            ObjectProvider<Clock> clock,
            ObjectProvider<CekStore> cekStore,
            RequestStore requestStore,
            BulkResultStore bulkResultStore,
            ObjectProvider<IdentificationCode> identificationCode,
            ObjectProvider<IamSmartListener> listeners,
            ObjectProvider<IamSmartClientCustomizer> customizers) {
        var builder = new ClientSettings(IamSmartProperties.PREFIX, new Locations(resources))
                .builder(properties, connection)
                .clock(clock.getIfUnique(Clock::systemUTC))
                .cekStore(cekStore.getIfUnique(() -> CekStore.NONE))
                .requestStore(requestStore)
                .bulkResultStore(bulkResultStore)
                .identificationCode(identificationCode.getIfUnique(() -> IdentificationCode.PUBLISHED));
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }
}
