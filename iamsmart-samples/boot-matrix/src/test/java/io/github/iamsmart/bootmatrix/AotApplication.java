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

/** An application that is processed ahead of time; it starts, prints what it has become, and ends. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class AotApplication {

    /** Before each line that it prints. */
    static final String MARK = "AOT> ";

    public static void main(String[] arguments) throws IOException, InterruptedException {
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
