package io.github.iamsmart.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.TestKeys;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.IamSmartSimulatorExtension;
import io.github.iamsmart.simulator.LogEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code works once, for a minute, and is sent once; the keys around it may change. */
@Timeout(60)
@ExtendWith(IamSmartSimulatorExtension.class)
class CodeExchangeTest {

    private IamSmartSimulator simulator;
    private SimulatedService service;

    @BeforeEach
    void register(IamSmartSimulator running) {
        simulator = running;
        service = new SimulatedService(running);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private void assertRefusedAsInvalid(AuthorizationCode code) {
        assertThatThrownBy(() -> service.client.signIn().exchange(code))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.AUTHORIZATION_CODE_INVALID);
                    assertThat(e.path()).isEqualTo(SimulatedService.GET_TOKEN);
                    assertThat(e.txId()).isPresent();
                    assertThat(e).hasMessageContaining("D40004").hasMessageNotContaining(code.value());
                });
    }

    private List<Optional<String>> codesOf(String path) {
        return service.calls(path).stream().map(LogEntry::code).toList();
    }

    @Test
    void aCodeThatWasUsedIsRefused() {
        AuthorizationCode code = service.code();
        service.client.signIn().exchange(code);

        assertRefusedAsInvalid(code);
        assertThat(service.calls(SimulatedService.GET_TOKEN)).hasSize(2);
    }

    @Test
    void aCodeLivesForAMinute() {
        AuthorizationCode inTime = service.code();
        simulator.advance(Duration.ofSeconds(59));
        assertThat(service.client.signIn().exchange(inTime).value()).isNotBlank();

        AuthorizationCode late = service.code();
        simulator.advance(Duration.ofSeconds(61));
        assertRefusedAsInvalid(late);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "TRUNCATED_JSON"})
    void aCodeIsSentOnceThoughTheAnswerIsLost(FaultKind loss) {
        AuthorizationCode code = service.code();
        service.client.signIn().exchange(service.code());
        simulator.inject(Fault.of(loss).onPath("/auth/getToken"));
        int before = service.calls(SimulatedService.GET_TOKEN).size();

        assertThatThrownBy(() -> service.client.signIn().exchange(code)).isInstanceOf(IamSmartException.class);
        assertThat(service.calls(SimulatedService.GET_TOKEN)).hasSize(before + 1);

        assertRefusedAsInvalid(code);
    }

    @Test
    void whoLosesTheAnswerLearnsThatTheCodeMayBeUsed() {
        AuthorizationCode code = service.code();
        simulator.inject(Fault.of(FaultKind.RESET).onPath("/auth/getToken"));

        assertThatThrownBy(() -> service.client.signIn().exchange(code))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isTrue());
    }

    @Test
    void theFlagAndTheVerifierOfADirectLoginAreAccepted() {
        assertThat(service.client
                        .signIn()
                        .exchange(TokenRequest.of(service.code()).directLoginV2())
                        .value())
                .isNotBlank();
        assertThat(service.client
                        .signIn()
                        .exchange(
                                TokenRequest.of(service.code()).directLoginV2().codeVerifier("verifier"))
                        .value())
                .isNotBlank();
    }

    @Test
    void aKeyThatTheGatewayForgotIsFetchedAnewAndTheCodeSentOnceMore() {
        service.client.signIn().exchange(service.code());
        AuthorizationCode code = service.code();
        simulator.revokeCek("permits");

        assertThat(service.client.signIn().exchange(code).value()).isNotBlank();
        assertThat(codesOf(SimulatedService.GET_TOKEN))
                .containsExactly(Optional.of("D00000"), Optional.of("D30002"), Optional.of("D00000"));
        assertThat(service.calls(SimulatedService.GET_KEY)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D30001", "D30002", "D30003", "D30004"})
    void anyTroubleWithTheKeyIsAnsweredByOneFreshRequest(String trouble) {
        AuthorizationCode code = service.code();
        simulator.inject(Fault.of(FaultKind.ERROR_CODE).onPath("/auth/getToken").code(trouble));

        assertThat(service.client.signIn().exchange(code).value()).isNotBlank();
        assertThat(codesOf(SimulatedService.GET_TOKEN)).containsExactly(Optional.of(trouble), Optional.of("D00000"));
        assertThat(service.calls(SimulatedService.GET_KEY)).hasSize(2);
    }

    @Test
    void aTroubleThatStaysIsShownAfterOneFreshRequest() {
        AuthorizationCode code = service.code();
        simulator.inject(Fault.of(FaultKind.ERROR_CODE)
                .onPath("/auth/getToken")
                .code("D30004")
                .times(0));

        assertThatThrownBy(() -> service.client.signIn().exchange(code))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DECRYPTION_EXCEPTION));
        assertThat(service.calls(SimulatedService.GET_TOKEN)).hasSize(2);
    }

    @Test
    void aKeyThatIsWrappedUnderANewKekOpensWhereBothAreConfigured() {
        try (SimulatedService rolling = new SimulatedService(simulator, TestKeys.FIRST, TestKeys.SECOND)) {
            rolling.client.signIn().exchange(rolling.code());
            simulator.uploadKek("permits", TestKeys.SECOND.getPublic());
            rolling.client.signIn().exchange(rolling.code());
            assertThat(rolling.calls(SimulatedService.GET_KEY))
                    .as("the new certificate counts with the next key [D]")
                    .hasSize(1);

            rolling.client.revokeCek();
            assertThat(rolling.client.signIn().exchange(rolling.code()).value()).isNotBlank();
            assertThat(rolling.calls(SimulatedService.GET_KEY)).hasSize(2);
        }
    }

    @Test
    void theKekOfAnotherCertificateOpensNothingAndTheErrorNamesIt() {
        try (SimulatedService mistaken = new SimulatedService(simulator, TestKeys.SECOND)) {
            AuthorizationCode code = mistaken.code();

            assertThatThrownBy(() -> mistaken.client.signIn().exchange(code))
                    .isInstanceOf(CryptoException.class)
                    .hasMessageContainingAll("(CEK)", "KEK", "certificate", "Self-Service Portal");
            assertThat(mistaken.calls(SimulatedService.GET_TOKEN))
                    .as("the code is not wasted")
                    .isEmpty();
        }
    }

    @Test
    void anAnswerThatWasTamperedWithIsACryptoError() {
        AuthorizationCode code = service.code();
        simulator.inject(Fault.of(FaultKind.TAMPERED_CONTENT).onPath("/auth/getToken"));

        assertThatThrownBy(() -> service.client.signIn().exchange(code))
                .isInstanceOf(CryptoException.class)
                .hasMessageContaining("altered");
        assertThat(service.calls(SimulatedService.GET_TOKEN)).hasSize(1);
    }
}
