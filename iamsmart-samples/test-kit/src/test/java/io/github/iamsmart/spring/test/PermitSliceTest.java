package io.github.iamsmart.spring.test;

import static io.github.iamsmart.spring.test.IamSmartRequestPostProcessors.iamSmartUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import io.github.iamsmart.spring.test.permits.PermitApplication;
import io.github.iamsmart.spring.test.permits.PermitController;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(PermitController.class)
@ContextConfiguration(classes = PermitApplication.class)
@AutoConfigureIamSmart
class PermitSliceTest {

    @Autowired
    MockMvc mockMvc;

    @Autowired
    IamSmartRecorder iamSmart;

    @Autowired
    PermitController permits;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void forget() {
        permits.outcomes.clear();
    }

    private BegunRequest begin() throws Exception {
        mockMvc.perform(post("/permits").with(iamSmartUser().tokenisedId("somebody")))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrlPattern("/iamsmart/requests/*/page"));
        return iamSmart.lastBegun();
    }

    @Test
    void recordsWhatIsBegun() throws Exception {
        BegunRequest begun = begin();

        assertThat(begun.kind()).isEqualTo("form-filling");
        assertThat(begun.request()).isInstanceOf(FormFillingRequest.class);
        assertThat(begun.reference()).contains("permit-17");
        assertThat(begun.thenGoTo()).isEqualTo("/permits");
        assertThat(begun.user()).contains(TokenisedId.of("somebody"));
        assertThat(iamSmart.begun()).containsExactly(begun);
    }

    @Test
    void anonymousRequestsHaveNoUser() throws Exception {
        mockMvc.perform(post("/enquiries")).andExpect(status().isSeeOther());

        assertThat(iamSmart.lastBegun().kind()).isEqualTo("anonymous-form-filling");
        assertThat(iamSmart.lastBegun().user()).isEmpty();
    }

    @Test
    void handsAnApprovalToTheApplication() throws Exception {
        BegunRequest begun = begin();

        iamSmart.deliver(begun.approved(TestResults.formOf("basic")));

        mockMvc.perform(get("/permits")).andExpect(content().string(Matchers.startsWith("Permit for ")));
    }

    @Test
    void handsTheOtherOutcomesToTheApplication() throws Exception {
        BegunRequest begun = begin();

        iamSmart.deliver(begun.declined());
        iamSmart.deliver(begun.failed(ErrorCode.of("D60002")));
        iamSmart.deliver(begun.timedOut());

        assertThat(permits.outcomes)
                .hasSize(3)
                .hasOnlyElementsOfTypes(
                        RequestOutcome.Declined.class, RequestOutcome.Failed.class, RequestOutcome.TimedOut.class);
    }

    @Test
    void refusesAResultOfAnotherKind() throws Exception {
        BegunRequest begun = begin();

        assertThatThrownBy(() -> iamSmart.deliver(begun.approved(TestResults.reauthentication(true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("form-filling brings a FormFillingResult, not a ReauthenticationResult");
    }

    @Test
    void whoIsNotSignedInIsSentToSignIn() throws Exception {
        mockMvc.perform(post("/permits").accept(MediaType.TEXT_HTML))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", Matchers.startsWith("/iamsmart/login?")));

        assertThatThrownBy(iamSmart::lastBegun)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("iamSmartUser()");
    }

    @Test
    void aTokenWithoutTheScopeLeadsToSignIn() throws Exception {
        mockMvc.perform(post("/permits").with(iamSmartUser().scopes(Scope.AUTH)))
                .andExpect(header().string("Location", Matchers.startsWith("/iamsmart/login?")));

        assertThat(iamSmart.begun()).isEmpty();
    }

    @Test
    void aCallOfTheGatewaySaysThatThereIsNone() {
        assertThatThrownBy(() -> mockMvc.perform(post("/by-client").with(iamSmartUser())))
                .rootCause()
                .hasMessageContaining("made up for a test");
        assertThatThrownBy(() -> context.getBean(IamSmartClient.class).call("/api/v1/anything", Map.of(), String.class))
                .rootCause()
                .hasMessageContaining("This test has no gateway");
    }

    @Test
    void hasNoSimulatorAndNoDelivery() {
        assertThat(context.getBeanNamesForType(IamSmartSimulator.class)).isEmpty();
        assertThat(context.getBeanNamesForType(RequestDelivery.class)).isEmpty();
    }

    /** A context of its own. */
    @WebMvcTest(controllers = PermitController.class, properties = "spring.application.name=fresh")
    @ContextConfiguration(classes = PermitApplication.class)
    @AutoConfigureIamSmart
    static final class Fresh {

        @Autowired
        MockMvc mockMvc;

        @Autowired
        IamSmartRecorder iamSmart;

        void run() throws Exception {
            mockMvc.perform(post("/permits").with(iamSmartUser()));
            iamSmart.deliver(iamSmart.lastBegun().approved(TestResults.formOf("basic")));
        }
    }

    /** Without a thread, nobody listens at a port either. Threads are of the group of the thread that starts them. */
    @Test
    void startsNoThread() throws Exception {
        ThreadGroup group = new ThreadGroup("slice");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicInteger threads = new AtomicInteger();
        Thread test = new Thread(group, () -> {
            try {
                Fresh fresh = new Fresh();
                new TestContextManager(Fresh.class).prepareTestInstance(fresh);
                fresh.run();
                threads.set(group.activeCount());
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        test.start();
        test.join();

        assertThat(failure.get()).isNull();
        assertThat(threads).hasValue(1);
    }
}
