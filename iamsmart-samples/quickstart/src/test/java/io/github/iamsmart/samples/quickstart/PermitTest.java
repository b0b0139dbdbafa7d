package io.github.iamsmart.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.spring.test.AutoConfigureIamSmartSimulator;
import io.github.iamsmart.spring.test.IamSmartTestUser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

// tag::test[]
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureIamSmartSimulator
class PermitTest {

    @Autowired
    IamSmartTestUser user;

    @Test
    void thePermitHasTheNameFromTheApp() {
        user.signInAs("plus");
        user.post("/permits");

        assertThat(user.approve().text()).startsWith("Permit for ");
    }

    @Test
    void aRefusalLeavesNoPermit() {
        user.signInAs("plus");
        user.post("/permits");

        assertThat(user.refuse().text()).contains("declined");
    }
}
// end::test[]
