package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.signing.verification.RevocationSource;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.SignerIdentity;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.client.SignatureVerifierFactory;
import io.github.iamsmart.spring.internal.keys.CertificateLoader;
import io.github.iamsmart.spring.internal.keys.Locations;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.simulator.EmbeddedGateway;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;

/**
 * Auto-configuration of what verifies signatures. Where nobody says whom to trust it is {@code null}, which for Spring
 * is as if it were not there: with ahead-of-time processing too, that is only known when the application starts.
 */
@AutoConfiguration(after = IamSmartAutoConfiguration.class)
@ConditionalOnBean(ConfiguredClient.class)
public final class IamSmartSigningAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IamSmartSigningAutoConfiguration.class);
    private static final String VERIFIER = "iamSmartSignatureVerifier";

    /** Creates the configuration. */
    public IamSmartSigningAutoConfiguration() {}

    /** Properties that nobody reads, in the one place where they decide whom to trust, are said. */
    @Bean
    SmartInitializingSingleton iamSmartUnusedTrustAnchors(ConfiguredClient client, ListableBeanFactory beans) {
        return () -> {
            boolean ofTheApplication = !beans.containsBeanDefinition(VERIFIER)
                    && beans.getBeanNamesForType(SignatureVerifier.class, true, false).length > 0;
            if (ofTheApplication
                    && !client.properties().signing().trustAnchors().isEmpty()) {
                log.warn(
                        "{} is not used: this application has a SignatureVerifier bean, which alone says whom it trusts.",
                        client.property("signing.trust-anchors"));
            }
        };
    }

    @Bean(VERIFIER)
    @ConditionalOnMissingBean
    @Nullable
    SignatureVerifier iamSmartSignatureVerifier(
            ConfiguredClient client,
            ObjectProvider<EmbeddedGateway> embedded,
            ObjectProvider<IamSmartConnectionDetails> connection,
            ObjectProvider<RevocationSource> revocation,
            ObjectProvider<SignerIdentity> identity,
            ObjectProvider<Clock> clock,
            ResourceLoader resources) {
        EmbeddedGateway simulator = embedded.getIfAvailable();
        boolean simulated = connection.stream().anyMatch(IamSmartConnectionDetails::simulated);
        return new SignatureVerifierFactory(client, new CertificateLoader(Locations.alsoOnTheWeb(resources)), simulated)
                .builder(simulator, revocation.getIfUnique())
                .map(builder -> {
                    // Lists and answers of the simulator are as old or new as its own time.
                    builder.clock(simulator != null ? simulator.clock() : clock.getIfUnique(Clock::systemUTC));
                    identity.ifUnique(builder::signerIdentity);
                    return builder.build();
                })
                .orElse(null);
    }
}
