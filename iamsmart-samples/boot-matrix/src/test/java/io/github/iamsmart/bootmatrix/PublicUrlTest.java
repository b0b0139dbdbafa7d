package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * An application with a context path, behind a proxy that ends TLS and forwards under another path, with interceptors.
 */
@SpringBootTest(
        classes = {MatrixApplication.class, PublicUrlTest.Interceptors.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.environment=simulator",
            "iamsmart.simulator.port=0",
            "iamsmart.public-url=https://permits.example.gov.hk/online/",
            "iamsmart.path-prefix=/login-with/iam-smart",
            "iamsmart.sign-in.success-url=/welcome",
            "iamsmart.sign-in.failure-url=/sorry?from=iam-smart",
            "server.servlet.context-path=/internal"
        })
class PublicUrlTest {

    private static final String PUBLIC = "https://permits.example.gov.hk/online";

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartConnectionDetails connection;

    @Autowired
    Interceptors interceptors;

    private final Browser browser = new Browser();

    /** What the proxy does. */
    private URI forwarded(URI url) {
        assertThat(url.toString()).startsWith(PUBLIC + "/");
        return URI.create(
                "http://localhost:" + port + "/internal" + url.toString().substring(PUBLIC.length()));
    }

    private HttpResponse<String> begin() {
        UsedSecrets.remember(connection.clientSecret());
        return browser.get(forwarded(URI.create(PUBLIC + "/login-with/iam-smart/login?lang=en-US")));
    }

    private String ticket(HttpResponse<String> login) {
        URI page = Browser.location(login);
        assertThat(browser.get(page).statusCode()).isEqualTo(200);
        return simulator.requests().stream()
                .filter(request ->
                        request.state().orElseThrow().equals(Browser.query(page).get("state")))
                .map(SimulatedRequest::ticketId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void decidesEveryUrlAndTheCookie() {
        HttpResponse<String> login = begin();

        assertThat(Browser.query(Browser.location(login)))
                .containsEntry("redirectURI", PUBLIC + "/login-with/iam-smart/callback/login");
        assertThat(login.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-iamsmart-signin-")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");

        URI callback = simulator.approve(ticket(login), "basic").redirect().orElseThrow();
        HttpResponse<String> response = browser.get(forwarded(callback));

        assertThat(Browser.location(response)).hasToString(PUBLIC + "/welcome");
        assertThat(browser.cookies())
                .as("nothing but the session is left here; the other is the simulator's, on the same host")
                .containsOnlyKeys("JSESSIONID", "iamsmart-simulator-qr");
    }

    @Test
    void sendsAFailedSignInToThePageOfTheApplication() {
        URI callback = simulator.reject(ticket(begin())).redirect().orElseThrow();

        HttpResponse<String> response = browser.get(forwarded(callback));

        assertThat(Browser.location(response)).hasToString(PUBLIC + "/sorry?from=iam-smart&error=D40001");
    }

    @Test
    void letsInterceptorsSeeTheEndpoints() {
        int before = interceptors.seen.get();

        begin();

        assertThat(interceptors.seen).hasValueGreaterThan(before);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Interceptors implements WebMvcConfigurer {

        final AtomicInteger seen = new AtomicInteger();

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new HandlerInterceptor() {
                @Override
                public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                    seen.incrementAndGet();
                    return true;
                }
            });
        }
    }
}
