package io.github.iamsmart.spring.internal.begin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.internal.begin.WebBrowser.Page;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Methods of controllers that have the user who is signed in as an argument. */
@Timeout(240)
class SignInArgumentTest {

    private static ConfigurableApplicationContext context;
    private static IamSmartSimulator simulator;
    private static URI application;

    private final WebBrowser browser = new WebBrowser(application, WebBrowser.DESKTOP);

    @BeforeAll
    static void start() {
        context = BeginTest.run("server.servlet.context-path=/online");
        simulator = context.getBean(IamSmartSimulator.class);
        application = URI.create(BeginTest.address(context) + "/online");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void aBrowserIsSentToSignInAndBackToTheSameAddress() {
        Page page = browser.get("/who?a=b%26c");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("cache-control")).contains("no-store");
        URI back = browser.signIn(simulator, page.location(), "basic");
        assertThat(back).isEqualTo(URI.create(application + "/who?a=b%26c"));
        assertThat(browser.get(back).body()).isEqualTo("somebody");
        assertThat(browser.get("/who/perhaps?any=1").body()).isEqualTo("1truetruetrue");
    }

    @Test
    void whoPostedComesBackToTheFormOverAPage() {
        Page page = browser.post("/who", "Referer", application + "/form?step=2");

        assertThat(page.status()).isEqualTo(303);
        Page handOver = browser.get(page.location());
        assertThat(handOver.status()).isEqualTo(200);
        assertThat(browser.signIn(simulator, handOver.link(), "basic"))
                .isEqualTo(URI.create(application + "/form?step=2"));
    }

    @Test
    void whoPostedFromNowhereComesToTheStartPage() {
        Page handOver = browser.get(
                browser.post("/who", "Referer", "https://evil.example/form").location());

        assertThat(browser.signIn(simulator, handOver.link(), "basic")).isEqualTo(URI.create(application + "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "text/html;q=0", "nonsense"})
    void everybodyElseIsTold(String accept) {
        assertThat(browser.get("/who", "Accept", accept).status()).isEqualTo(401);
        assertThat(browser.post("/who", "Accept", accept).status()).isEqualTo(401);
    }

    @Test
    void whatNeedNotBeThereIsEmpty() {
        assertThat(browser.get("/who/perhaps?any=1").body()).isEqualTo("1falsefalsefalse");
        assertThat(browser.cookies()).as("no session is made for it").isEmpty();
    }
}
