package io.github.iamsmart.samples.plainjava;

import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;

/** Starts a simulator and a page that signs in with it. */
public final class PlainJavaSample implements AutoCloseable {

    private final IamSmartSimulator simulator;
    private final IamSmartClient client;
    private final HttpServer server;

    PlainJavaSample(int port, int simulatorPort) throws IOException, GeneralSecurityException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        URI callback = page().resolve("/callback");

        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair kek = generator.generateKeyPair();
        ClientRegistration registration = ClientRegistration.withGeneratedSecret(kek.getPublic(), callback);
        simulator = IamSmartSimulator.builder().port(simulatorPort).start();
        simulator.register(registration);

        client = IamSmartClient.builder()
                .baseUrl(simulator.baseUrl())
                .clientId(registration.clientId())
                .clientSecret(registration.clientSecret())
                .kek(KekKeyPair.of(kek.getPrivate(), kek.getPublic()))
                .build();
        new SignInServer(client, callback).addTo(server);
        server.start();
    }

    /**
     * Serves on port 8080, with the simulator on 8090, until the process is stopped; or checks whether a client is set
     * up well.
     *
     * @param args nothing, or {@code check} and its options
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        List<String> words = List.of(args);
        if (!words.isEmpty() && words.get(0).equals("check")) {
            CheckCommand command = new CheckCommand(System.getenv(), System.out, System.err);
            System.exit(command.run(words.subList(1, words.size())));
        }
        PlainJavaSample sample = new PlainJavaSample(8080, 8090);
        System.out.println("Open " + sample.page());
    }

    URI page() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    IamSmartClient client() {
        return client;
    }

    IamSmartSimulator simulator() {
        return simulator;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
        simulator.close();
    }
}
