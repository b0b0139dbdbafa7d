package io.github.iamsmart.samples.onlineservice.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestStart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class WaitingViewsTest {

    private static final URI PAGE = URI.create("http://localhost:8080/services/permit/waiting/b-1");
    private static final URI APP = URI.create("hk.gov.iamsmart.testapp://eme?ticketID=t%2B1");

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @Test
    void theButtonOpensTheAppOnItsOwnDevice() {
        WaitingView view = views().of(sent(false), PAGE, Locale.US);

        assertThat(view.open()).isEqualTo(APP);
        assertThat(view.caption()).isEqualTo("Open iAM Smart");
        assertThat(view.phone()).isNull();
        assertThat(view.statePath()).isEqualTo("/iamsmart/requests/b-1");
        assertThat(view.until()).hasToString("2026-06-01T10:18+08:00[Asia/Hong_Kong]");
    }

    @Test
    void thereIsNoButtonWhereTheAppIsOnAnotherDevice() {
        WaitingView view = views().of(sent(true), PAGE, Locale.US);

        assertThat(view.open()).isNull();
        assertThat(view.phone()).isNull();
        assertThat(view.instruction()).contains("on your mobile phone");
    }

    @Test
    void theSimulatedPhoneTakesThePlaceOfTheAppAndComesBack() {
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            beans.registerSingleton("simulator", simulator);

            assertThat(views().of(sent(false), PAGE, Locale.US).open())
                    .hasToString(simulator.baseUrl() + "/phone?ticketID=t%2B1"
                            + "&back=http%3A%2F%2Flocalhost%3A8080%2Fservices%2Fpermit%2Fwaiting%2Fb-1");
            assertThat(views().of(sent(true), PAGE, Locale.US).phone())
                    .hasToString(simulator.baseUrl() + "/phone?ticketID=t%2B1");
        }
    }

    private WaitingViews views() {
        return new WaitingViews(new RequestsStub(), beans.getBeanProvider(IamSmartSimulator.class));
    }

    private static final class RequestsStub implements IamSmartRequests {

        @Override
        public RequestOptions.Builder options(HttpServletRequest request, HttpServletResponse response) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RequestOptions.Builder anonymousOptions(
                HttpServletRequest request, HttpServletResponse response, String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RequestStart begin(UserRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RequestStart beginAnonymous(UserRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String statePath(HttpServletRequest request, BusinessId businessId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String statePath(BusinessId businessId) {
            return "/iamsmart/requests/" + businessId;
        }
    }

    private static InitiatedRequest sent(boolean authByQr) {
        return new InitiatedRequest(
                new BusinessId("b-1"),
                authByQr,
                "t+1",
                Instant.parse("2026-06-01T02:18:00Z"),
                Optional.of(APP),
                Optional.empty());
    }
}
