package io.github.iamsmart.bootmatrix;

import static io.github.iamsmart.spring.test.IamSmartRequestPostProcessors.iamSmartUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import io.github.iamsmart.spring.test.AutoConfigureIamSmart;
import io.github.iamsmart.spring.test.AutoConfigureIamSmartSimulator;
import io.github.iamsmart.spring.test.CallbackSealer;
import io.github.iamsmart.spring.test.IamSmartRecorder;
import io.github.iamsmart.spring.test.IamSmartTestUser;
import io.github.iamsmart.spring.test.TestPhone;
import io.github.iamsmart.spring.test.TestResults;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.View;

/** The test kit on this line of Spring Boot and JUnit, in an application that is configured for a real gateway. */
class TestKitTest {

    private static final String REAL = "iamsmart.environment=ite";
    private static final String SECRET = "iamsmart.client-secret=${IAMSMART_MATRIX_NO_SUCH_VARIABLE}";
    private static final String SCOPES = "iamsmart.sign-in.scopes=eidapi_auth,eidapi_fr";

    @Nested
    @SpringBootTest(
            classes = Payments.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {REAL, SECRET, SCOPES})
    @AutoConfigureIamSmartSimulator
    class WithAServer {

        @Autowired
        IamSmartTestUser user;

        @Test
        void aUserProvesWhoTheyAre() {
            user.signInAs("basic");
            user.post("/payments");

            assertThat(user.approve().text()).isEqualTo("[true]");
        }
    }

    @Nested
    @SpringBootTest(
            classes = Payments.class,
            properties = {REAL, SECRET, SCOPES})
    @AutoConfigureIamSmartSimulator
    class WithoutAServer {

        @Autowired
        WebApplicationContext application;

        @Autowired
        TestPhone phone;

        @Autowired
        CallbackSealer callbacks;

        @Test
        void callbacksReachTheApplication() throws Exception {
            MockMvc mockMvc = MockMvcBuilders.webAppContextSetup(application).build();
            mockMvc.perform(post("/payments").with(iamSmartUser(phone.signIn("basic"))))
                    .andExpect(status().isSeeOther());
            phone.approve();
            mockMvc.perform(get("/payments")).andExpect(content().string("[true]"));

            mockMvc.perform(post("/payments").with(iamSmartUser(phone.signIn("basic"))));
            mockMvc.perform(callbacks
                            .declined(phone.request())
                            .insecureWithWrongState()
                            .request())
                    .andExpect(status().isOk());
        }
    }

    @Nested
    @SpringBootTest(
            classes = Payments.class,
            properties = {REAL, SECRET, SCOPES})
    @AutoConfigureIamSmart
    class WithoutAGateway {

        @Autowired
        WebApplicationContext application;

        @Autowired
        IamSmartRecorder iamSmart;

        @Test
        void outcomesAreHandedOver() throws Exception {
            MockMvc mockMvc = MockMvcBuilders.webAppContextSetup(application).build();
            mockMvc.perform(post("/payments").with(iamSmartUser())).andExpect(status().isSeeOther());

            iamSmart.deliver(iamSmart.lastBegun().approved(TestResults.reauthentication(false)));

            mockMvc.perform(get("/payments")).andExpect(content().string("[false]"));
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Payments {

        @Bean
        PaymentController payments(IamSmartRequests requests) {
            return new PaymentController(requests);
        }
    }

    @RestController
    static class PaymentController {

        private final List<Boolean> proofs = new CopyOnWriteArrayList<>();
        private final IamSmartRequests requests;

        PaymentController(IamSmartRequests requests) {
            this.requests = requests;
        }

        @PostMapping("/payments")
        View pay() {
            return requests.begin(new ReauthenticationRequest())
                    .thenGoTo("/payments")
                    .redirect();
        }

        @EventListener
        void proved(RequestOutcomeEvent<ReauthenticationResult> event) {
            event.outcome().ifCompleted((sent, proof) -> proofs.add(proof.passed()));
        }

        @GetMapping("/payments")
        String show() {
            return proofs.toString();
        }
    }
}
