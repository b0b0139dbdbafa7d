package io.github.iamsmart.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.test.permits.PermitApplication;
import io.github.iamsmart.spring.test.permits.PermitController;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
        classes = PermitApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"server.servlet.context-path=/bank", "iamsmart.path-prefix=/identity"})
@AutoConfigureIamSmartSimulator
class RunningApplicationTest {

    @Autowired
    IamSmartTestUser user;

    @Autowired
    IamSmartTestUser another;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartClient client;

    @Autowired
    CallbackSealer callbacks;

    @Autowired
    TestPhone phone;

    @Autowired
    PermitController permits;

    @BeforeEach
    void forget() {
        permits.outcomes.clear();
    }

    @Test
    void theClientOfARealGatewayIsNotUsed() {
        assertThat(client.environment().baseUrl()).isEqualTo(simulator.baseUrl());
        assertThat(client.environment().name()).isEqualTo("simulator");
    }

    @Test
    void aFormIsFilled() {
        user.signInAs("plus");

        assertThat(user.post("/permits").path()).startsWith("/bank/identity/requests/");
        TestPage page = user.approve();

        assertThat(page.path()).isEqualTo("/bank/permits");
        assertThat(page.text()).startsWith("Permit for ");
    }

    @Test
    void aRefusalIsToldOnThePage() {
        user.signInAs("basic");
        user.post("/permits");

        TestPage page = user.refuse();

        assertThat(page.text()).contains("declined");
        assertThat(permits.outcomes).singleElement().isInstanceOf(RequestOutcome.Declined.class);
    }

    @Test
    void nobodyAnswersInTime() {
        user.signInAs("basic");
        user.post("/permits");

        TestPage page = user.letTimeOut();

        assertThat(page.path()).startsWith("/bank/identity/requests/");
        assertThat(permits.outcomes).singleElement().isInstanceOf(RequestOutcome.TimedOut.class);
    }

    @Test
    void theFormOfAStrangerIsFilled() {
        user.post("/enquiries");

        TestPage page = user.approveAs("basic");

        assertThat(page.path()).isEqualTo("/bank/permits");
        assertThat(permits.outcomes).singleElement().isInstanceOf(RequestOutcome.Completed.class);
    }

    @Test
    void eachUserHasABrowserOfTheirOwn() {
        user.signInAs("basic");
        another.signInAs("plus");

        assertThat(user.get("/").text()).contains(" default ");
        assertThat(another.get("/").text()).contains(" sign ");
        assertThat(user.cookies()).contains("JSESSIONID=").isNotEqualTo(another.cookies());
    }

    @Test
    void twoUsersAnswerTheirOwnRequests() {
        user.signInAs("basic");
        another.signInAs("plus");
        user.post("/permits");
        another.post("/permits");

        user.refuse();
        another.approve();

        assertThat(permits.outcomes).hasSize(2).first().isInstanceOf(RequestOutcome.Declined.class);
    }

    @Test
    void aCallbackIsSealedForTheRunningApplication() {
        user.signInAs("basic");
        user.post("/permits");

        SealedCallback callback = callbacks.approved(phone.request());
        assertThat(callback.insecureWithWrongState().post()).isEqualTo(200);
        assertThat(callback.insecureTampered().post()).isEqualTo(200);
        assertThat(permits.outcomes).isEmpty();
        assertThat(callback.post()).isEqualTo(200);

        assertThat(user.afterWaiting().path()).isEqualTo("/bank/permits");
    }

    @Test
    void saysWhenNothingWaits() {
        user.signInAs("basic");

        assertThatThrownBy(user::approve)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No request waits")
                .hasMessageContaining("sign-in (approved)");
    }

    @Test
    void anApplicationElsewhereIsVisitedToo() {
        IamSmartTestUser visitor =
                IamSmartTestUser.at(URI.create(user.get("/").uri().toString().replaceFirst("/$", "")), simulator);

        visitor.pathPrefix("/identity").signInAs("basic");
        visitor.post("/permits");

        assertThat(visitor.approve().text()).startsWith("Permit for ");
        assertThat(List.copyOf(permits.outcomes)).hasSize(1);
    }
}
