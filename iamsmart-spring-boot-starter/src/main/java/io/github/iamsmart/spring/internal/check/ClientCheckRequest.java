package io.github.iamsmart.spring.internal.check;

import io.github.iamsmart.selfcheck.SelfCheckRequest;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the check of a client needs to know of the application. */
public final class ClientCheckRequest implements Function<ServedClient, SelfCheckRequest.Builder> {

    private final Supplier<Optional<URI>> onThisMachine;
    private final Supplier<Optional<ServedCallbackUrls>> urls;

    /**
     * Creates it.
     *
     * @param onThisMachine where the application is, if it has no public URL
     * @param urls the callback URLs, in a servlet application
     */
    public ClientCheckRequest(Supplier<Optional<URI>> onThisMachine, Supplier<Optional<ServedCallbackUrls>> urls) {
        this.onThisMachine = onThisMachine;
        this.urls = urls;
    }

    @Override
    public SelfCheckRequest.Builder apply(ServedClient client) {
        SelfCheckRequest.Builder request = SelfCheckRequest.builder()
                .simulated(client.connection() != null && client.connection().simulated());
        EndpointSettings endpoints = client.endpoints();
        if (endpoints == null) {
            return request;
        }
        Optional<URI> application = Optional.ofNullable(endpoints.publicUrl()).or(onThisMachine);
        application.ifPresent(where ->
                urls.get().ifPresent(known -> known.of(where, endpoints).forEach(request::callbackUrl)));
        return request;
    }
}
