package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.IdentificationCode;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.StepUp;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SigningSettingsTest {

    private static final URI REDIRECT = URI.create("https://permits.example.org/signed");
    private static final DocumentDigest DIGEST = DocumentDigest.of(new byte[] {1});
    private static final SigningDetails DETAILS = SigningDetails.builder()
            .signer(Hkic.of("A123456(3)"))
            .stepUp(StepUp.by(StepUp.Method.FACE).within(Duration.ofHours(72)))
            .build();

    private final ApplicationContextRunner runner = Runners.plain().withPropertyValues("iamsmart.simulator.port=0");

    /** The simulator knows the published names, and refuses a period for which no method came. */
    @ParameterizedTest
    @CsvSource({
        "suaMethod, suaWaitPeriod, true",
        "stepupAuthMethod, stepupAuthPeriod, true",
        "anotherMethod, suaWaitPeriod, false",
        "anotherMethod, stepupAuthPeriod, false",
        "anotherMethod, anotherPeriod, true"
    })
    void theMembersOfAStepUpAreNamedAsConfigured(String method, String period, boolean accepted) {
        runner.withPropertyValues(
                        "iamsmart.signing.step-up-fields.method=" + method,
                        "iamsmart.signing.step-up-fields.waiting-period=" + period)
                .run(context -> {
                    IamSmartSimulator simulator = context.getBean(IamSmartSimulator.class);
                    IamSmartClient client = context.getBean(IamSmartClient.class);
                    simulator.addRedirectUri(client.clientId(), REDIRECT);

                    ThrowingCallable initiate = () -> client.signing()
                            .initiateAnonymousHash(
                                    new HashSigningRequest(DIGEST, DETAILS),
                                    RequestOptions.builder()
                                            .redirectUri(REDIRECT)
                                            .build());

                    if (accepted) {
                        assertThatCode(initiate).doesNotThrowAnyException();
                    } else {
                        assertThatThrownBy(initiate).isInstanceOf(GatewayException.class);
                    }
                });
    }

    /** The strict simulator refuses a call for the result without it. */
    @ParameterizedTest
    @CsvSource({
        "anonymous-hash-signing=true, true",
        "anonymous-pdf-signing=false, true",
        "anonymous-hash-signing=false, false",
        "anonymoushashsigning=false, false",
    })
    void theBusinessIdGoesAlongForAResultUnlessConfiguredOtherwise(String setting, boolean sent) {
        runner.withPropertyValues("iamsmart.business-id-in-get-result." + setting)
                .run(context -> {
                    IamSmartSimulator simulator = context.getBean(IamSmartSimulator.class);
                    IamSmartClient client = context.getBean(IamSmartClient.class);
                    simulator.addRedirectUri(client.clientId(), REDIRECT);
                    simulator.inject(Fault.of(FaultKind.BUSINESS_ID_REQUIRED));
                    RequestOptions options =
                            RequestOptions.builder().redirectUri(REDIRECT).build();
                    SigningDetails details = SigningDetails.builder()
                            .signer(Hkic.ofIdentification("B000002"))
                            .build();
                    String ticket = client.signing()
                            .initiateAnonymousHash(new HashSigningRequest(DIGEST, details), options)
                            .ticketId();
                    String back = simulator
                            .approve(ticket, "plus")
                            .redirect()
                            .orElseThrow()
                            .getRawQuery();

                    ThrowingCallable complete = () -> client.signing()
                            .completeAnonymousHash(
                                    client.signIn().parseRedirect(back), options.businessId(), options.state());

                    if (sent) {
                        assertThatCode(complete).doesNotThrowAnyException();
                    } else {
                        assertThatThrownBy(complete).hasMessageContaining("D20001");
                    }
                });
    }

    @Test
    void refusesOneNameForBothMembersOfAStepUp() {
        runner.withPropertyValues(
                        "iamsmart.signing.step-up-fields.method=same",
                        "iamsmart.signing.step-up-fields.waiting-period=same")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .satisfies(root -> assertThat(context.getStartupFailure())
                                .hasStackTraceContaining("iamsmart.signing.step-up-fields names 'same' and 'same'")));
    }

    @Test
    void theApplicationMakesTheIdentificationCodeItsOwnWay() {
        runner.withBean(IdentificationCode.class, () -> new IdentificationCode() {
                    @Override
                    public String forUser(DocumentDigest digest, TokenisedId user) {
                        return "0000";
                    }

                    @Override
                    public String anonymous(DocumentDigest digest, String hkicHash, String clientId) {
                        return "1111";
                    }
                })
                .run(context -> assertThat(context.getBean(IamSmartClient.class)
                                .signing()
                                .anonymousIdentificationCode(DETAILS, DIGEST))
                        .isEqualTo("1111"));
    }

    @Test
    void otherwiseItIsMadeThePublishedWay() {
        runner.run(context -> {
            IamSmartClient client = context.getBean(IamSmartClient.class);

            assertThat(client.signing().anonymousIdentificationCode(DETAILS, DIGEST))
                    .isEqualTo(IdentificationCode.PUBLISHED.anonymous(
                            DIGEST, DETAILS.hkicHash().orElseThrow(), client.clientId()));
        });
    }
}
