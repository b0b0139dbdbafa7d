package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.internal.signin.LoginCallbackController;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.signin.Visitor;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What strangers do to the endpoints leaves the sign-in of a user alone. */
@Tag("slow")
class SignInFloodTest {

    private final Visitor visitor = new Visitor();

    private static MockHttpServletResponse login(ApplicationContext context, Visitor who) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        context.getBean(LoginController.class).login(who.request(), response);
        return response;
    }

    /** Begins, approves on the phone, and returns what the browser is sent back with. */
    private static String approved(ApplicationContext context, MockHttpServletResponse login) throws Exception {
        URI page = URI.create(Objects.requireNonNull(login.getRedirectedUrl()));
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        IamSmartSimulator simulator = context.getBean(IamSmartSimulator.class);
        String ticket = simulator.requests().stream()
                .filter(request -> page.getQuery().contains(request.state().orElse("none")))
                .map(request -> request.ticketId())
                .findFirst()
                .orElseThrow();
        return simulator.approve(ticket, "basic").redirect().orElseThrow().getRawQuery();
    }

    private static MockHttpServletResponse callback(
            ApplicationContext context, MockHttpServletRequest request, String query) throws Exception {
        request.setQueryString(query);
        MockHttpServletResponse response = new MockHttpServletResponse();
        context.getBean(LoginCallbackController.class).callback(request, response);
        return response;
    }

    private static long exchanges(ApplicationContext context) {
        return context.getBean(IamSmartSimulator.class).log().stream()
                .filter(entry -> entry.path().endsWith("/getToken"))
                .count();
    }

    @Test
    void aHundredThousandVisitsOfTheLoginKeepNobodyOut() {
        Runners.web().withPropertyValues("iamsmart.simulator.port=0").run(context -> {
            MockHttpServletResponse begun = login(context, visitor);
            visitor.receive(begun);
            MockHttpServletRequest stranger = new Visitor().request();
            LoginController endpoint = context.getBean(LoginController.class);
            for (int i = 0; i < 100_200; i++) {
                endpoint.login(stranger, new MockHttpServletResponse());
            }
            String query = approved(context, begun);
            // A scanner of links, too, comes first, and changes nothing.
            assertThat(callback(context, new Visitor().request(), query).getStatus())
                    .isEqualTo(400);
            assertThat(exchanges(context)).isZero();

            MockHttpServletRequest request = visitor.request();
            MockHttpServletResponse response = callback(context, request, query);

            assertThat(response.getStatus()).isEqualTo(302);
            assertThat(IamSmartSignIn.from(request)).isPresent();
        });
    }

    @Test
    void whoKeptTheCookieUsesAStateOnce() {
        Runners.web().withPropertyValues("iamsmart.simulator.port=0").run(context -> {
            MockHttpServletResponse begun = login(context, visitor);
            visitor.receive(begun);
            String query = approved(context, begun);
            callback(context, visitor.request(), query);

            MockHttpServletResponse again = callback(context, visitor.request(), query);

            assertThat(again.getStatus()).isEqualTo(400);
            assertThat(again.getContentAsString()).contains("already ended");
            assertThat(exchanges(context)).isEqualTo(1);
        });
    }

    @Test
    void aNetworkThatInventsCodesStopsAskingTheGateway() {
        Runners.web()
                .withPropertyValues("iamsmart.simulator.port=0", "iamsmart.sign-in.failed-attempts-per-minute=3")
                .run(context -> {
                    for (int i = 0; i < 5; i++) {
                        Visitor attacker = new Visitor();
                        MockHttpServletResponse begun = login(context, attacker);
                        attacker.receive(begun);
                        String page = Objects.requireNonNull(begun.getRedirectedUrl());
                        String state = page.replaceAll(".*[?&]state=([^&]*).*", "$1");

                        MockHttpServletResponse response =
                                callback(context, attacker.request(), "code=invented" + i + "&state=" + state);

                        assertThat(response.getStatus()).isEqualTo(i < 3 ? 400 : 429);
                    }
                    assertThat(exchanges(context)).isEqualTo(3);

                    MockHttpServletResponse begun = login(context, visitor);
                    visitor.receive(begun);
                    MockHttpServletRequest elsewhere = visitor.request();
                    elsewhere.setRemoteAddr("203.0.113.7");
                    assertThat(callback(context, elsewhere, approved(context, begun))
                                    .getStatus())
                            .isEqualTo(302);
                });
    }

    @Test
    void anOutageCountsAgainstNobody() {
        Runners.web()
                .withPropertyValues("iamsmart.simulator.port=0", "iamsmart.sign-in.failed-attempts-per-minute=3")
                .run(context -> {
                    for (int i = 0; i < 5; i++) {
                        MockHttpServletResponse begun = login(context, visitor);
                        visitor.receive(begun);
                        String query = approved(context, begun);
                        context.getBean(IamSmartSimulator.class)
                                .inject(Fault.of(FaultKind.HTML_ERROR).onPath("/auth/getToken"));

                        assertThat(callback(context, visitor.request(), query).getStatus())
                                .isEqualTo(502);
                    }
                });
    }

    /** Codes that have been used, and a store that is away, are no refusals of the gateway. */
    @Test
    void whatTheGatewayWasNotAskedCountsAgainstNobody() {
        AtomicReference<RuntimeException> outage = new AtomicReference<>(new StoreException("away"));
        SignInReplayStore store = (key, expiresAt) -> {
            RuntimeException failure = outage.get();
            if (failure != null) {
                throw failure;
            }
            return true;
        };
        Runners.web()
                .withPropertyValues("iamsmart.simulator.port=0", "iamsmart.sign-in.failed-attempts-per-minute=3")
                .withBean(SignInReplayStore.class, () -> store)
                .run(context -> {
                    for (int i = 0; i < 5; i++) {
                        MockHttpServletResponse begun = login(context, visitor);
                        visitor.receive(begun);
                        String query = approved(context, begun);

                        assertThat(callback(context, visitor.request(), query).getStatus())
                                .isEqualTo(500);
                    }
                    outage.set(new IllegalStateException("a driver of its own kind"));
                    for (int i = 0; i < 5; i++) {
                        MockHttpServletResponse begun = login(context, visitor);
                        visitor.receive(begun);
                        String query = approved(context, begun);

                        assertThatThrownBy(() -> callback(context, visitor.request(), query))
                                .isInstanceOf(IllegalStateException.class);
                    }
                    outage.set(null);
                    MockHttpServletResponse begun = login(context, visitor);
                    visitor.receive(begun);

                    assertThat(callback(context, visitor.request(), approved(context, begun))
                                    .getStatus())
                            .isEqualTo(302);
                });
    }

    @Test
    void manyUsersOfOneNetworkSignIn() {
        Runners.web()
                .withPropertyValues("iamsmart.simulator.port=0", "iamsmart.sign-in.failed-attempts-per-minute=3")
                .run(context -> {
                    for (int i = 0; i < 5; i++) {
                        Visitor user = new Visitor();
                        MockHttpServletResponse begun = login(context, user);
                        user.receive(begun);

                        assertThat(callback(context, user.request(), approved(context, begun))
                                        .getStatus())
                                .isEqualTo(302);
                    }
                });
    }
}
