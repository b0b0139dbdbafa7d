package io.github.iamsmart.spring.test.examples;

import static io.github.iamsmart.spring.test.IamSmartRequestPostProcessors.iamSmartUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.iamsmart.spring.test.AutoConfigureIamSmart;
import io.github.iamsmart.spring.test.BegunRequest;
import io.github.iamsmart.spring.test.IamSmartRecorder;
import io.github.iamsmart.spring.test.TestResults;
import io.github.iamsmart.spring.test.permits.PermitApplication;
import io.github.iamsmart.spring.test.permits.PermitController;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/** What the guide shows of a slice. */
@ContextConfiguration(classes = PermitApplication.class)
// tag::slice[]
@WebMvcTest(PermitController.class)
@AutoConfigureIamSmart
class PermitControllerTest {

    @Autowired
    MockMvc mockMvc;

    @Autowired
    IamSmartRecorder iamSmart;

    // end::slice[]
    @BeforeEach
    void forget(@Autowired PermitController permits) {
        permits.outcomes.clear();
    }

    // tag::slice[]
    @Test
    void asksForTheNameAndIssuesThePermit() throws Exception {
        mockMvc.perform(post("/permits").with(iamSmartUser())).andExpect(status().isSeeOther());

        BegunRequest begun = iamSmart.lastBegun();
        assertThat(begun.kind()).isEqualTo("form-filling");
        assertThat(begun.thenGoTo()).isEqualTo("/permits");

        iamSmart.deliver(begun.approved(TestResults.formOf("basic")));
        assertThat(mockMvc.perform(get("/permits")).andReturn().getResponse().getContentAsString())
                .startsWith("Permit for ");
    }
    // end::slice[]

    // tag::user[]
    @Test
    void theVaultIsForUsersOfIamSmartPlus() throws Exception {
        mockMvc.perform(get("/vault").with(iamSmartUser().plus())).andExpect(status().isOk());
        mockMvc.perform(get("/vault").with(iamSmartUser())).andExpect(status().isForbidden());
    }
    // end::user[]
}
