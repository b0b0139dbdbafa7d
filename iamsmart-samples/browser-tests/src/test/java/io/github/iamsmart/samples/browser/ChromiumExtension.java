package io.github.iamsmart.samples.browser;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips with one line where no Chromium is installed, and fails there when the property or variable
 * {@code iamsmart.browser} / {@code IAMSMART_BROWSER} says {@code required}.
 */
final class ChromiumExtension implements ExecutionCondition {

    private static final String MISSING = "Browser tests skipped: no chromium and chromedriver on the PATH "
            + "(Debian: apt-get install chromium chromium-driver fonts-wqy-microhei; "
            + "or set IAMSMART_CHROMIUM and IAMSMART_CHROMEDRIVER).";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Chromium> chromium = Chromium.find();
        if (chromium.isPresent()) {
            return ConditionEvaluationResult.enabled("Found " + chromium.get());
        }
        if (isRequired()) {
            throw new IllegalStateException(
                    MISSING.replace("skipped", "cannot run, and iamsmart.browser=required forbids to skip them"));
        }
        if (SAID.compareAndSet(false, true)) {
            System.err.println(MISSING);
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }

    private static boolean isRequired() {
        return "required".equals(System.getProperty("iamsmart.browser"))
                || "required".equals(System.getenv("IAMSMART_BROWSER"));
    }
}
