package io.github.iamsmart.samples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Somebody with a browser, without scripts, and a phone. */
final class Visitor {

    private static final Pattern LEADS = Pattern.compile("<meta http-equiv=\"refresh\" content=\"0;url=([^\"]+)\">");

    private final URI site;
    private final IamSmartSimulator simulator;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Visitor(int port, IamSmartSimulator simulator) {
        this.site = URI.create("http://localhost:" + port);
        this.simulator = simulator;
    }

    /** Signs in; returns the page after it. */
    HttpResponse<byte[]> signIn(String persona) throws Exception {
        HttpResponse<byte[]> gateway = get("/iamsmart/login");
        return approveSignIn(gateway, persona);
    }

    /** Approves what the gateway's page shows; returns the page to which the browser comes back. */
    HttpResponse<byte[]> approveSignIn(HttpResponse<byte[]> gateway, String persona) throws Exception {
        assertThat(gateway.uri().getPath()).isEqualTo("/api/v1/auth/getQR");
        return get(simulator.approve(newest().ticketId(), persona).redirect().orElseThrow());
    }

    /** Presses a button; returns the page after it. */
    HttpResponse<byte[]> press(String button) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(site.resolve(button))
                .header("Accept", "text/html")
                .POST(BodyPublishers.noBody())
                .build();
        return onward(browser.send(request, BodyHandlers.ofByteArray()));
    }

    /** Goes where a page leads by itself, as from a form to the gateway. */
    private HttpResponse<byte[]> onward(HttpResponse<byte[]> page) throws Exception {
        Matcher leads = LEADS.matcher(new String(page.body(), UTF_8));
        if (!leads.find()) {
            return page;
        }
        String target = HtmlUtils.htmlUnescape(leads.group(1));
        // URI.resolve drops the last part of the path before a query alone, against RFC 3986.
        return get(
                target.startsWith("?")
                        ? URI.create(page.uri().toString().replaceFirst("\\?.*", "") + target)
                        : page.uri().resolve(target));
    }

    HttpResponse<byte[]> get(String address) throws Exception {
        return get(site.resolve(address));
    }

    HttpResponse<byte[]> get(URI address) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Accept", "text/html").build();
        return onward(browser.send(request, BodyHandlers.ofByteArray()));
    }

    /** The newest request in the simulator. */
    SimulatedRequest newest() {
        List<SimulatedRequest> requests = simulator.requests();
        return requests.get(requests.size() - 1);
    }
}
