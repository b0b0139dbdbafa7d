package io.github.iamsmart.spring.internal.diagnostics;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the lines to add. */
final class IamSmartPropertyFailureAnalyzer extends AbstractFailureAnalyzer<IamSmartPropertyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IamSmartPropertyException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), rootFailure);
    }
}
