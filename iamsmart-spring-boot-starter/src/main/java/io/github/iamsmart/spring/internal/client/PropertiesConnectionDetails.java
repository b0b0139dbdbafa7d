package io.github.iamsmart.spring.internal.client;

import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.util.List;
import java.util.function.Supplier;

/** The connection that the properties describe, checked. */
public final class PropertiesConnectionDetails implements IamSmartConnectionDetails {

    private final ConnectionSettings settings;
    private final Supplier<List<KekKeyPair>> keks;

    /**
     * Creates it.
     *
     * @param settings what the properties say
     * @param keks supplies the key pairs of the encipherment certificates at each use
     */
    public PropertiesConnectionDetails(ConnectionSettings settings, Supplier<List<KekKeyPair>> keks) {
        this.settings = settings;
        this.keks = keks;
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
        return keks.get();
    }

    @Override
    public boolean simulated() {
        return settings.environment().name().equals(EnvironmentName.SIMULATOR);
    }
}
