package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.util.List;

/** The connection that the properties describe, checked. */
public final class PropertiesConnectionDetails implements IamSmartConnectionDetails {

    private final ConnectionSettings settings;
    private final List<KekKeyPair> keks;

    /**
     * Creates it.
     *
     * @param settings what the properties say
     * @param keks the key pairs of the encipherment certificates
     */
    public PropertiesConnectionDetails(ConnectionSettings settings, List<KekKeyPair> keks) {
        this.settings = settings;
        this.keks = List.copyOf(keks);
    }

    @Override
    public Environment environment() {
        return settings.environment();
    }

    @Override
    public String clientId() {
        return settings.clientId();
    }

    @Override
    public String clientSecret() {
        return settings.clientSecret();
    }

    @Override
    public List<KekKeyPair> keks() {
        return keks;
    }

    @Override
    public boolean simulated() {
        return settings.environment().name().equals(EnvironmentName.SIMULATOR);
    }
}
