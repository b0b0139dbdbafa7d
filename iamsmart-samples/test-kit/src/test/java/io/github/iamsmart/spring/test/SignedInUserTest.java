package io.github.iamsmart.spring.test;

import static io.github.iamsmart.spring.test.IamSmartRequestPostProcessors.iamSmartUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.spring.security.IamSmartAuthenticationToken;
import io.github.iamsmart.spring.security.IamSmartUser;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.test.internal.security.SessionSecurity;
import io.github.iamsmart.spring.test.permits.PermitApplication;
import io.github.iamsmart.spring.test.permits.PermitController;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(PermitController.class)
@ContextConfiguration(classes = PermitApplication.class)
@AutoConfigureIamSmart
class SignedInUserTest {

    @Autowired
    MockMvc mockMvc;

    @Autowired
    MockMvcTester tester;

    @Test
    void theControllerSeesWhoHasSignedIn() throws Exception {
        mockMvc.perform(get("/").with(iamSmartUser()
                        .tokenisedId("somebody")
                        .plus()
                        .language(Language.ZH_HK)
                        .sameDevice()
                        .scopes(Scope.AUTH)))
                .andExpect(content().string("somebody sign zh-HK true [eidapi_auth]"));
    }

    @Test
    void withoutOneNobodyHas() throws Exception {
        mockMvc.perform(get("/")).andExpect(content().string("nobody"));
    }

    @Test
    void aMockMvcTesterTakesItToo() {
        assertThat(tester.get().uri("/").with(iamSmartUser().tokenisedId("somebody")))
                .bodyText()
                .startsWith("somebody default en-US false ");
    }

    @Test
    void springSecurityKnowsTheUser() throws Exception {
        mockMvc.perform(get("/vault").with(iamSmartUser().plus().tokenisedId("somebody")))
                .andExpect(status().isOk())
                .andExpect(content().string("The vault of somebody"))
                .andExpect(authenticated().withAuthenticationName("somebody"));
        mockMvc.perform(get("/vault").with(iamSmartUser().basic())).andExpect(status().isForbidden());
        mockMvc.perform(get("/vault")).andExpect(status().isUnauthorized());
    }

    @Test
    void thePrincipalHasTheProfile() throws Exception {
        mockMvc.perform(get("/vault").with(iamSmartUser().plus().profile(TestResults.profileOf("plus"))))
                .andExpect(authenticated()
                        .withAuthentication(
                                authentication -> assertThat(((IamSmartUser) authentication.getPrincipal()).profile())
                                        .contains(TestResults.profileOf("plus"))));
    }

    @Test
    void withoutTheTestSupportOfSpringSecurityTheSessionAuthenticates() {
        MockHttpServletRequest request = new MockHttpServletRequest();

        SessionSecurity.authenticate(request, iamSmartUser().plus().signIn(), Optional.empty());

        assertThat(request.getSession().getAttribute("SPRING_SECURITY_CONTEXT"))
                .isInstanceOfSatisfying(
                        SecurityContext.class,
                        context -> assertThat(context.getAuthentication())
                                .isInstanceOf(IamSmartAuthenticationToken.class));
    }

    @Test
    void aSessionLastsForSeveralRequests() throws Exception {
        MockHttpSession session = iamSmartUser().tokenisedId("somebody").session();

        for (int i = 0; i < 2; i++) {
            mockMvc.perform(get("/").session(session)).andExpect(content().string(startsWith("somebody ")));
        }
    }

    @Test
    void isOfTheClientThatIsNamed() {
        MockHttpServletRequest request = new MockHttpServletRequest();

        iamSmartUser().client("insurance").postProcessRequest(request);

        assertThat(IamSmartSignIn.from(request, "insurance"))
                .map(IamSmartSignIn::client)
                .contains("insurance");
        assertThat(IamSmartSignIn.from(request)).isEmpty();
    }

    @Test
    void theTokenIsMadeUpAndLivesFourHours() {
        Instant time = Instant.parse("2026-11-23T04:00:00Z");

        IamSmartSignIn signIn = iamSmartUser().signedInAt(time).signIn();

        assertThat(signIn.expiresAt()).isEqualTo(time.plus(Duration.ofHours(4)));
        assertThat(signIn.accountType()).isEqualTo(AccountType.BASIC);
        assertThatThrownBy(() -> signIn.accessToken().value())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("made up for a test");
    }
}
