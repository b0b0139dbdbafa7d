package org.example.permits;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.signing.pdf.PdfSignatureOptions;
import io.github.iamsmart.signing.pdf.PdfSigner;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signs a simulated user in and prepares a PDF; ends with exit code 0 if the application knows the user afterwards. */
@SpringBootApplication
@RestController
public class Permits {

    @GetMapping("/")
    String home(HttpServletRequest request) {
        return IamSmartSignIn.from(request).map(signIn -> "signed in").orElse("nobody");
    }

    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext application =
                SpringApplication.run(Permits.class, "--server.port=0", "--iamsmart.simulator.port=0")) {
            application.getBean(IamSmartClient.class);
            IamSmartSimulator simulator = application.getBean(IamSmartSimulator.class);
            URI site = URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port"));
            HttpClient browser = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

            get(browser, site.resolve("/iamsmart/login"));
            String ticket = simulator.requests().get(0).ticketId();
            get(browser, simulator.approve(ticket, "basic").redirect().orElseThrow());
            String home = get(browser, site.resolve("/"));

            if (!home.equals("signed in")) {
                throw new IllegalStateException("The application knows " + home);
            }
            preparePdf();
            System.out.println("Signed in with what the release publishes.");
        }
    }

    private static void preparePdf() throws Exception {
        Path permit = Files.createTempFile("permit", ".pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(permit.toFile());
            new PdfSigner().prepare(permit, PdfSignatureOptions.DEFAULTS);
        } finally {
            Files.delete(permit);
        }
    }

    private static String get(HttpClient browser, URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
