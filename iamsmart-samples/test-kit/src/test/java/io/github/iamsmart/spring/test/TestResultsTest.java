package io.github.iamsmart.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.spring.test.internal.context.IamSmartContextCustomizerFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestResultsTest {

    @AutoConfigureIamSmart
    @AutoConfigureIamSmartSimulator
    private static final class Both {}

    @Test
    void aFormHasWhatThePersonaHas() {
        FormFillingResult form = TestResults.formOf("plus");

        assertThat(form.profile().englishName()).isPresent();
        assertThat(form.profile().hkic()).isPresent();
        assertThat(form.formData().emailAddress()).isPresent();
        assertThat(form.profile().unknown()).isEmpty();
    }

    @Test
    void aFormHasTheFieldsThatAreNamed() {
        FormFillingResult form = TestResults.formOf("plus", "enName");

        assertThat(form.profile().englishName())
                .isEqualTo(TestResults.profileOf("plus").englishName());
        assertThat(form.profile().hkic()).isEmpty();
        assertThat(form.formData().emailAddress()).isEmpty();
    }

    @Test
    void anUnknownPersonaIsRefused() {
        assertThatThrownBy(() -> TestResults.profileOf("nobody"))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void aTestWithASimulatorAndWithoutAGatewayIsRefused() {
        assertThatThrownBy(() -> new IamSmartContextCustomizerFactory().createContextCustomizer(Both.class, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("choose one");
    }
}
