package io.github.iamsmart.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.signin.AuthorizationRedirect.Declined;
import io.github.iamsmart.signin.AuthorizationRedirect.Failed;
import io.github.iamsmart.signin.AuthorizationRedirect.Granted;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.IamSmartSimulatorExtension;
import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.simulator.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sign-in from the page to the token, at a strict gateway, and every other way in which it can end. */
@Timeout(60)
class SignInTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @RegisterExtension
    static final IamSmartSimulatorExtension SIMULATOR =
            IamSmartSimulatorExtension.with(builder -> builder.clock(Clock.fixed(NOW, ZoneOffset.UTC)));

    private SimulatedService service;
    private IamSmartSimulator simulator;
    private final AuthorizationRequest request =
            SimulatedService.request().scopes(Scope.AUTH, Scope.FORM_FILLING).build();

    @BeforeEach
    void register(IamSmartSimulator running) {
        simulator = running;
        service = new SimulatedService(running);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void bringsATokenOfTheUserWhoApproved() {
        Granted granted = service.approved(request, "plus");
        assertThat(granted.state()).contains(request.state());
        assertThat(granted.businessId()).isEmpty();

        AccessToken token = service.client.signIn().exchange(granted.code());

        assertThat(token.value()).isNotBlank();
        assertThat(token.accountType()).isEqualTo(AccountType.PLUS);
        assertThat(token.scopes()).containsExactlyInAnyOrder(Scope.AUTH, Scope.FORM_FILLING);
        assertThat(token.issuedAt()).isEqualTo(NOW);
        assertThat(token.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        assertThat(token.isExpiredAt(NOW.plus(Duration.ofHours(4)).minusMillis(1)))
                .isFalse();
        assertThat(token.isExpiredAt(NOW.plus(Duration.ofHours(4)))).isTrue();
        assertThat(token.lastModified()).isPresent();
        assertThat(service.calls(SimulatedService.GET_TOKEN))
                .singleElement()
                .extracting(LogEntry::code)
                .isEqualTo(Optional.of("D00000"));
    }

    @Test
    void keepsTheTokenisedIdAsItCame() {
        TokenisedId first = exchange("basic").tokenisedId();
        TokenisedId again = exchange("basic").tokenisedId();
        TokenisedId another = exchange("plus").tokenisedId();

        assertThat(first.value()).contains("%2B").endsWith("%3D");
        assertThat(again).isEqualTo(first);
        assertThat(another).isNotEqualTo(first);
    }

    @Test
    void tellsWhichKindOfAccountItIs() {
        assertThat(exchange("basic").accountType()).isEqualTo(AccountType.BASIC);
        assertThat(exchange("plus").accountType().canSign()).isTrue();
    }

    @Test
    void aUserWhoRejectsHasDeclined() {
        assertThat(back(simulator.reject(ticket())))
                .isEqualTo(new Declined(Optional.of(request.state()), Optional.of(ErrorCode.AUTHENTICATION_REJECTED)));
    }

    @Test
    void aUserWhoCancelsHasDeclined() {
        assertThat(back(simulator.cancel(ticket())))
                .isEqualTo(new Declined(Optional.of(request.state()), Optional.of(ErrorCode.AUTHENTICATION_CANCELLED)));
    }

    @Test
    void aFailureIsAFailure() {
        assertThat(back(simulator.fail(ticket())))
                .isEqualTo(new Failed(Optional.of(request.state()), ErrorCode.AUTHENTICATION_FAILED));
    }

    @Test
    void noAnswerInTimeIsAFailure() {
        assertThat(back(simulator.timeout(ticket())))
                .isEqualTo(new Failed(Optional.of(request.state()), ErrorCode.AUTHENTICATION_TIMED_OUT));
    }

    @Test
    void theStateOfAnAccountIsNotDisclosed() {
        assertThat(back(simulator.approve(ticket(), "suspended")))
                .isEqualTo(new Failed(Optional.of(request.state()), ErrorCode.AUTHENTICATION_FAILED));
    }

    @Test
    void aReturnWithNeitherCodeNorReasonIsTheUsersWill() {
        simulator.inject(Fault.of(FaultKind.REDIRECT_WITHOUT_ERROR_CODE));

        assertThat(back(simulator.reject(ticket())))
                .isEqualTo(new Declined(Optional.of(request.state()), Optional.empty()));
    }

    private AccessToken exchange(String persona) {
        return service.client
                .signIn()
                .exchange(service.approved(request, persona).code());
    }

    private String ticket() {
        return service.begin(request).ticketId();
    }

    private AuthorizationRedirect back(Outcome outcome) {
        return service.client
                .signIn()
                .parseRedirect(outcome.redirect().orElseThrow().getRawQuery());
    }
}
