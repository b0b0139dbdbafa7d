package io.github.iamsmart.spring.test;

import static io.github.iamsmart.spring.test.IamSmartRequestPostProcessors.iamSmartUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.test.internal.simulator.DeliveryWatch;
import io.github.iamsmart.spring.test.permits.PermitApplication;
import io.github.iamsmart.spring.test.permits.PermitController;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = PermitApplication.class)
@AutoConfigureMockMvc
@AutoConfigureIamSmartSimulator
class MockWebTest {

    @Autowired
    MockMvc mockMvc;

    @Autowired
    MockMvcTester tester;

    @Autowired
    TestPhone phone;

    @Autowired
    CallbackSealer callbacks;

    @Autowired
    DeliveryWatch watch;

    @Autowired
    PermitController permits;

    @Autowired
    IamSmartTestUser user;

    @BeforeEach
    void forget() {
        permits.outcomes.clear();
    }

    private SimulatedRequest begin() throws Exception {
        mockMvc.perform(post("/permits").with(iamSmartUser(phone.signIn("basic"))))
                .andExpect(status().isSeeOther());
        return phone.request();
    }

    private void awaitDelivery(SimulatedRequest request) {
        watch.await(new BusinessId(request.businessId().orElseThrow()));
    }

    @Test
    void aWholeFlowNeedsNoServer() throws Exception {
        IamSmartSignIn signIn = phone.signIn("plus");
        mockMvc.perform(post("/permits").with(iamSmartUser(signIn))).andExpect(status().isSeeOther());

        phone.approve();

        mockMvc.perform(get("/permits").with(iamSmartUser(signIn)))
                .andExpect(content().string(startsWith("Permit for ")));
    }

    @Test
    void anApprovalReachesTheEndpointByMockMvc() throws Exception {
        SimulatedRequest request = begin();

        mockMvc.perform(callbacks.approved(request).request()).andExpect(status().isOk());

        awaitDelivery(request);
        assertThat(permits.outcomes).singleElement().isInstanceOf(RequestOutcome.Completed.class);
    }

    @Test
    void aMultipartFormReachesItWhole() throws Exception {
        SimulatedRequest request = begin();

        mockMvc.perform(callbacks.approved(request).asMultipart().request()).andExpect(status().isOk());

        awaitDelivery(request);
        assertThat(permits.outcomes).singleElement().isInstanceOf(RequestOutcome.Completed.class);
    }

    @Test
    void aMockMvcTesterReachesItToo() throws Exception {
        SimulatedRequest request = begin();

        assertThat(tester.perform(callbacks.declined(request).request())).hasStatusOk();

        awaitDelivery(request);
        assertThat(permits.outcomes).singleElement().isInstanceOf(RequestOutcome.Declined.class);
    }

    @Test
    void aFailureHasItsCode() throws Exception {
        SimulatedRequest request = begin();

        mockMvc.perform(callbacks.failed(request, "D60002").request()).andExpect(status().isOk());

        awaitDelivery(request);
        assertThat(permits.outcomes)
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.errorCode()).contains(ErrorCode.of("D60002")));
    }

    @Test
    void forgeriesAreAnsweredAlikeAndHaveNoEffect() throws Exception {
        SimulatedRequest request = begin();
        SealedCallback callback = callbacks.approved(request);

        mockMvc.perform(callback.insecureWithWrongState().request()).andExpect(status().isOk());
        mockMvc.perform(callback.insecureUnderForeignKeyWithWrongState().request())
                .andExpect(status().isOk());
        mockMvc.perform(callback.insecureTampered().request()).andExpect(status().isOk());

        assertThat(permits.outcomes).isEmpty();
        mockMvc.perform(callback.underNewKey().request()).andExpect(status().isOk());
        awaitDelivery(request);
        assertThat(permits.outcomes).hasSize(1);
    }

    @Test
    void aDuplicateIsHandledOnce() throws Exception {
        SimulatedRequest request = begin();
        SealedCallback callback = callbacks.approved(request);

        mockMvc.perform(callback.request()).andExpect(status().isOk());
        awaitDelivery(request);
        mockMvc.perform(callback.request()).andExpect(status().isOk());

        SimulatedRequest next = begin();
        mockMvc.perform(callbacks.timedOut(next).request()).andExpect(status().isOk());
        awaitDelivery(next);
        assertThat(permits.outcomes).hasSize(2);
    }

    @Test
    void theSignaturesOfABulkSigningComeInParts() throws Exception {
        permits.batches.clear();
        mockMvc.perform(post("/batches").with(iamSmartUser(phone.signIn("plus"))))
                .andExpect(status().isSeeOther());
        SimulatedRequest request = phone.request();

        List<SealedCallback> parts = callbacks.approvedInParts(request);

        assertThat(parts).hasSize(3);
        for (int i = parts.size() - 1; i >= 0; i--) {
            assertThat(permits.batches).isEmpty();
            mockMvc.perform(parts.get(i).request()).andExpect(status().isOk());
        }
        awaitDelivery(request);
        assertThat(permits.batches).singleElement().isInstanceOf(RequestOutcome.Completed.class);
    }

    @Test
    void noCallbackIsMadeForARequestThatEndsInTheBrowser() throws Exception {
        mockMvc.perform(post("/enquiries")).andExpect(status().isSeeOther());

        SimulatedRequest request = phone.request();
        assertThatThrownBy(() -> callbacks.approved(request, Approval.by("basic")))
                .hasMessageContaining("redirect");
    }

    @Test
    void aMadeUpTokenIsNotSent() {
        assertThatThrownBy(() -> mockMvc.perform(post("/permits").with(iamSmartUser())))
                .rootCause()
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("made up for a test");
    }

    @Test
    void aBrowserNeedsAServer() {
        assertThatThrownBy(() -> user.get("/"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RANDOM_PORT");
    }
}
