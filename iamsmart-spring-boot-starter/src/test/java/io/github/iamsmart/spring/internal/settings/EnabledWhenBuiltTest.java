package io.github.iamsmart.spring.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class EnabledWhenBuiltTest {

    private static void start(MockEnvironment environment) {
        new EnabledWhenBuilt(environment, "iamsmart.enabled", "iAM Smart is")
                .postProcessBeanFactory(new DefaultListableBeanFactory());
    }

    @Test
    void stopsTheStartWhereItIsSwitchedOffTooLate() {
        assertThatThrownBy(() -> start(new MockEnvironment().withProperty("iamsmart.enabled", "False")))
                .isInstanceOfSatisfying(
                        IamSmartPropertyException.class,
                        failure -> assertThat(failure.action()).contains("iamsmart.enabled", "process-aot"))
                .hasMessageContaining("iamsmart.enabled is false, but this application was processed ahead of time");
    }

    @Test
    void letsEverythingElseStart() {
        assertThatCode(() -> start(new MockEnvironment())).doesNotThrowAnyException();
        assertThatCode(() -> start(new MockEnvironment().withProperty("iamsmart.enabled", "true")))
                .doesNotThrowAnyException();
    }
}
