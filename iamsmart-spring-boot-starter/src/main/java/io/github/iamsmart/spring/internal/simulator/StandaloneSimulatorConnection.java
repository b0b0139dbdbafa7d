package io.github.iamsmart.spring.internal.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.text.UrlText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application as a client of a simulator that runs on its own: registered over its control API with a secret and a
 * key pair made for this run, and with every callback URL as soon as it is used. Under the name of the application it
 * takes the place of its registration before. Thread-safe.
 */
public final class StandaloneSimulatorConnection implements IamSmartConnectionDetails {

    private static final Logger log = LoggerFactory.getLogger(StandaloneSimulatorConnection.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int NAME_LENGTH = 36;
    private static final int SECRET_BYTES = 24;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Set<String> callbackUrls = new TreeSet<>();
    private final Environment environment;
    private final KekKeyPair kek;
    private final String clientId;
    private final String clientSecret = secret();

    private StandaloneSimulatorConnection(Environment environment, KekKeyPair kek, String clientId) {
        this.environment = environment;
        this.kek = kek;
        this.clientId = clientId;
    }

    /**
     * Registers the application.
     *
     * @param environment where the simulator is
     * @param kek the key pair that the application will use
     * @param name what the simulator's pages call the application; blank for an id made for this run
     * @return the connection
     * @throws IamSmartPropertyException if there is no simulator, or it refuses
     */
    public static StandaloneSimulatorConnection register(Environment environment, KekKeyPair kek, String name) {
        String id = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        String clientId =
                id.isEmpty() ? UUID.randomUUID().toString() : id.substring(0, Math.min(id.length(), NAME_LENGTH));
        StandaloneSimulatorConnection connection = new StandaloneSimulatorConnection(environment, kek, clientId);
        ObjectNode client = connection
                .json
                .createObjectNode()
                .put("clientID", clientId)
                .put("clientSecret", connection.clientSecret)
                .put("kekPublicKey", Base64.getEncoder().encodeToString(kek.publicKeyInfo()));
        String shown = DisplayName.of(name);
        if (!shown.isEmpty()) {
            client.put("displayName", shown);
        }
        connection.send("POST", "/control/clients", client);
        log.warn(
                "THIS IS A SIMULATION: iAM Smart is replaced by a simulator at {}, where anybody signs in as anybody."
                        + " This application is its client {}.",
                environment.browserBaseUrl(),
                clientId);
        return connection;
    }

    private static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * Registers a callback URL, once.
     *
     * @param callbackUrl the address
     */
    public synchronized void onCallbackUrl(URI callbackUrl) {
        if (callbackUrls.add(callbackUrl.toString())) {
            ObjectNode change = json.createObjectNode();
            ArrayNode urls = change.putArray("redirectURIs");
            callbackUrls.forEach(urls::add);
            send("PUT", "/control/clients/" + clientId, change);
        }
    }

    private void send(String method, String path, ObjectNode body) {
        URI url = environment.baseUrl().resolve(path);
        try {
            HttpRequest request = HttpRequest.newBuilder(url)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw refused("answered " + status + " to " + method + " " + path, null);
            }
        } catch (IOException e) {
            throw refused("cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("was not waited for", e);
        }
    }

    private IamSmartPropertyException refused(String problem, @Nullable Exception cause) {
        String address = UrlText.masked(environment.baseUrl().toString());
        return new IamSmartPropertyException(
                "The iAM Smart simulator at " + address + " " + problem + ".",
                "Start it (java -jar iamsmart-simulator-…-standalone.jar --port 8090), and write where it is:\n\n"
                        + YamlLines.of("iamsmart.base-url", "http://127.0.0.1:8090")
                        + "\nFor the simulator inside the application remove iamsmart.base-url.",
                cause);
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public String clientSecret() {
        return clientSecret;
    }

    @Override
    public List<KekKeyPair> keks() {
        return List.of(kek);
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public String toString() {
        return "StandaloneSimulatorConnection["
                + UrlText.masked(environment.baseUrl().toString()) + ", clientId=" + clientId + "]";
    }
}
