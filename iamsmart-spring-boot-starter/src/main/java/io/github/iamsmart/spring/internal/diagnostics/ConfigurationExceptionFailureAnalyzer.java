package io.github.iamsmart.spring.internal.diagnostics;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.internal.text.MessageText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what the client says about its settings, where an application builds a client or a key pair of its own. */
final class ConfigurationExceptionFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ConfigurationException cause) {
        if (findCause(rootFailure, IamSmartPropertyException.class) != null) {
            // It knows the property behind the setting, and its analyzer prints more.
            return null;
        }
        return new FailureAnalysis(
                "The iAM Smart client cannot be made: " + MessageText.oneLine(String.valueOf(cause.getMessage())),
                "Correct the setting that the description names, in iamsmart.* or in the bean that makes the client.",
                rootFailure);
    }
}
