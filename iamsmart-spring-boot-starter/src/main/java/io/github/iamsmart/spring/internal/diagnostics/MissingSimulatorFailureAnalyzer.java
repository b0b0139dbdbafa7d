package io.github.iamsmart.spring.internal.diagnostics;

import io.github.iamsmart.spring.internal.text.SimulatorDependency;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says why an application that names the simulator's classes runs while it is developed, and not where it is deployed.
 */
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring Boot's own, which looks for methods
final class MissingSimulatorFailureAnalyzer extends AbstractFailureAnalyzer<NoClassDefFoundError> {

    private static final String SIMULATOR = "io/github/iamsmart/simulator/";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoClassDefFoundError cause) {
        if (!String.valueOf(cause.getMessage()).contains(SIMULATOR)) {
            return null;
        }
        return new FailureAnalysis(
                "iamsmart-simulator is not on the class path, but a bean of this application, or what was generated ahead"
                        + " of time (AOT) for it, names its classes.",
                "An executable jar of Spring Boot 4 leaves optional dependencies out. For a real gateway let no bean name"
                        + " the simulator, and leave it out of ahead-of-time processing too: see \"Where the simulator is\" in"
                        + " docs/getting-started.md. To run with the simulator, put it on the class path; for an executable"
                        + " jar, also write <includeOptional>true</includeOptional> into the configuration of"
                        + " spring-boot-maven-plugin:\n\n" + SimulatorDependency.lines(),
                rootFailure);
    }
}
