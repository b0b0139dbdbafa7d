package io.github.iamsmart.bootmatrix;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * An application that is processed ahead of time; it starts, prints what it has become, lets a user sign in and fill a
 * form where there is a simulator, and ends.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({MatrixApplication.Pages.class, SimulatedApplication.Pages.class, RequestsApplication.Forms.class})
class AotApplication {

    /** Before each line that it prints. */
    static final String MARK = "AOT> ";

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = SpringApplication.run(AotApplication.class, arguments)) {
            String home = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
            print("gateway", context.getBean(IamSmartClient.class).environment().baseUrl());
            print("simulator", context.getBeanProvider(IamSmartSimulator.class).getIfAvailable() != null);
            print("verifier", context.getBeanProvider(SignatureVerifier.class).getIfAvailable() != null);
            HttpResponse<Void> login = get(home + "/iamsmart/login");
            print("login", login.headers().firstValue("Location").orElse("nowhere"));
            print("v1", get(home + "/iamsmart/direct-login").statusCode());
            print(
                    "association",
                    get(home + "/.well-known/apple-app-site-association").statusCode());
            print("v2", get(home + "/iamsmart/callback/direct-login").statusCode());
            IamSmartSimulator simulator =
                    context.getBeanProvider(IamSmartSimulator.class).getIfAvailable();
            if (simulator != null) {
                Visit visit = new Visit(URI.create(home), simulator, context.getBean(RequestsApplication.Forms.class));
                visit.signInForARequest();
                visit.fillAForm();
                print("visit", "completed");
            }
        }
    }

    private static HttpResponse<Void> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
    }

    private static void print(String name, Object value) {
        System.out.println(MARK + name + " " + value);
    }
}
