package io.github.iamsmart.spring.internal.observation;

import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Tells the info endpoint which version of the SDK the application has, and which gateway each client calls. */
public final class ClientInfo implements InfoContributor {

    private final ServedClientRegistry clients;

    /**
     * Creates it.
     *
     * @param clients of the application
     */
    public ClientInfo(ServedClientRegistry clients) {
        this.clients = clients;
    }

    @Override
    public void contribute(Info.Builder builder) {
        Map<String, Object> details = new LinkedHashMap<>();
        String version = ClientInfo.class.getPackage().getImplementationVersion();
        if (version != null) {
            details.put("version", version);
        }
        Map<String, Object> environments = new LinkedHashMap<>();
        clients.all()
                .forEach(client -> environments.put(
                        client.name(),
                        Map.of("environment", client.client().environment().name())));
        details.put("clients", environments);
        builder.withDetail("iamsmart", details);
    }
}
