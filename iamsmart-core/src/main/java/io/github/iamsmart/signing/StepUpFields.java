package io.github.iamsmart.signing;

import io.github.iamsmart.error.ConfigurationException;

/**
 * The names of the two members of a step-up: published texts do not agree on them [D].
 *
 * @param method the member that says what the user has to do
 * @param waitingPeriod the member that says for how many hours an account counts as young
 */
public record StepUpFields(String method, String waitingPeriod) {

    /** {@code suaMethod} and {@code suaWaitPeriod}, the default. */
    public static final StepUpFields SUA = new StepUpFields("suaMethod", "suaWaitPeriod");

    /** {@code stepupAuthMethod} and {@code stepupAuthPeriod}. */
    public static final StepUpFields STEP_UP_AUTH = new StepUpFields("stepupAuthMethod", "stepupAuthPeriod");

    /**
     * Checks the names.
     *
     * @param method a name
     * @param waitingPeriod another name
     * @throws ConfigurationException if one is blank, or both are the same
     */
    public StepUpFields {
        if (method.isBlank() || waitingPeriod.isBlank() || method.equals(waitingPeriod)) {
            throw new ConfigurationException("The two members of a step-up need two different names, for example those"
                    + " of StepUpFields.SUA.");
        }
    }
}
