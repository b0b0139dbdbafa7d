package io.github.iamsmart.spring.test.examples;

import static io.github.iamsmart.spring.test.IamSmartRequestPostProcessors.iamSmartUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.test.AutoConfigureIamSmartSimulator;
import io.github.iamsmart.spring.test.CallbackSealer;
import io.github.iamsmart.spring.test.SealedCallback;
import io.github.iamsmart.spring.test.TestPhone;
import io.github.iamsmart.spring.test.permits.PermitApplication;
import io.github.iamsmart.spring.test.permits.PermitController;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

/** What the guide shows of a mock web environment. */
@SpringBootTest(classes = PermitApplication.class)
@AutoConfigureMockMvc
@AutoConfigureIamSmartSimulator
class CallbackExamplesTest {

    @Autowired
    MockMvc mockMvc;

    @Autowired
    TestPhone phone;

    @Autowired
    CallbackSealer callbacks;

    @Autowired
    PermitController permits;

    @BeforeEach
    void forget() {
        permits.outcomes.clear();
    }

    // tag::mock[]
    @Test
    void thePermitIsThereWithoutAServer() throws Exception {
        IamSmartSignIn signIn = phone.signIn("plus"); // its token is one that the simulator gave
        mockMvc.perform(post("/permits").with(iamSmartUser(signIn)));

        phone.approve(); // returns when your handlers have taken the result

        assertThat(mockMvc.perform(get("/permits")).andReturn().getResponse().getContentAsString())
                .startsWith("Permit for ");
    }
    // end::mock[]

    // tag::callback[]
    @Test
    void aForgedCallbackHasNoEffect() throws Exception {
        mockMvc.perform(post("/permits").with(iamSmartUser(phone.signIn("basic"))));

        SealedCallback callback = callbacks.approved(phone.request());
        mockMvc.perform(callback.insecureWithWrongState().request()).andExpect(status().isOk());

        assertThat(permits.outcomes).isEmpty();
    }
    // end::callback[]
}
