package io.github.iamsmart.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.IamSmartSimulatorExtension;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The address of the gateway's page, as a strict gateway reads it. */
@Timeout(60)
@ExtendWith(IamSmartSimulatorExtension.class)
class AuthorizationPageTest {

    private static final List<Source> BROWSERS = List.of(
            Source.PC_BROWSER,
            Source.ANDROID_CHROME,
            Source.ANDROID_FIREFOX,
            Source.ANDROID_EDGE,
            Source.ANDROID_SAMSUNG,
            Source.ANDROID_HUAWEI,
            Source.ANDROID_XIAOMI,
            Source.IOS_SAFARI,
            Source.IOS_CHROME,
            Source.IOS_FIREFOX,
            Source.IOS_EDGE,
            Source.ANDROID_IN_APP_BROWSER,
            Source.IOS_IN_APP_BROWSER);

    private SimulatedService service;

    @BeforeEach
    void register(IamSmartSimulator simulator) {
        service = new SimulatedService(simulator);
    }

    @AfterEach
    void close() {
        service.close();
    }

    static Stream<Arguments> browsersAndLanguages() {
        return BROWSERS.stream()
                .flatMap(source -> Stream.of(Language.values()).map(language -> Arguments.of(source, language)));
    }

    @ParameterizedTest
    @MethodSource("browsersAndLanguages")
    void isAcceptedFromEveryBrowserInEveryLanguage(Source source, Language language) {
        AuthorizationRequest request = SimulatedService.request()
                .source(source)
                .language(language)
                .scopes(Scope.AUTH, Scope.PROFILES, Scope.FORM_FILLING)
                .build();

        SimulatedRequest asked = service.begin(request);

        assertThat(asked.clientId()).isEqualTo("permits");
        assertThat(asked.source()).isEqualTo(source.value());
        assertThat(asked.lang()).isEqualTo(language.wireValue());
        assertThat(asked.state()).contains(request.state().value());
        assertThat(asked.redirectUri()).isEqualTo(SimulatedService.REDIRECT);
        assertThat(asked.scopes()).containsExactlyInAnyOrder("eidapi_auth", "eidapi_profiles", "eidapi_formFilling");
    }

    @Test
    void isInTheLanguageOfTheClientUnlessTheRequestNamesOne() {
        assertThat(service.begin(SimulatedService.request().build()).lang()).isEqualTo("en-US");
    }

    @Test
    void showsTheCodeOnAComputerAndTheButtonOnAPhone() {
        String computer = service.open(
                        SimulatedService.request().source(Source.PC_BROWSER).build())
                .body();
        String phone = service.open(
                        SimulatedService.request().source(Source.IOS_SAFARI).build())
                .body();

        assertThat(computer).contains("<svg");
        assertThat(phone).contains("here=1");
    }

    @Test
    void takesAStateOfEveryCharacterThatAStateMayHave() {
        State state = State.of("AZaz09_-AZaz09_-AZaz09_-AZaz09_-AZaz");

        assertThat(service.begin(SimulatedService.request().state(state).build())
                        .state())
                .contains(state.value());
    }

    @Test
    void refusesARedirectUriThatIsNotRegistered() {
        HttpResponse<String> page = service.open(SimulatedService.request()
                .redirectUri(URI.create("https://permits.example.hk/elsewhere"))
                .build());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("D20008");
        assertThat(service.simulator.requests()).isEmpty();
    }

    @Test
    void refusesAScopeThatDoesNotExist() {
        HttpResponse<String> page = service.open(SimulatedService.request()
                .scopes(Scope.AUTH, new Scope("eidapi_everything"))
                .build());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("D20012", "eidapi_everything");
    }

    @Test
    void refusesAScopeThatIsNotGranted() {
        HttpResponse<String> page =
                service.open(SimulatedService.request().scopes(Scope.SIGN).build());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("D20012", "eidapi_sign");
    }

    @Test
    void isNotForApps() {
        HttpResponse<String> page =
                service.open(SimulatedService.request().source(Source.APP_LINK).build());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("D20007");
    }
}
