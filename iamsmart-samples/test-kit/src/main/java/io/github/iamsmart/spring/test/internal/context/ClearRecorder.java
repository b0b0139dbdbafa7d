package io.github.iamsmart.spring.test.internal.context;

import io.github.iamsmart.spring.test.IamSmartRecorder;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Contexts are cached: what one test method began is none of the next one's business. */
public final class ClearRecorder implements TestExecutionListener {

    /** Creates the listener. */
    public ClearRecorder() {}

    @Override
    public void afterTestMethod(TestContext testContext) {
        if (testContext.hasApplicationContext()) {
            testContext
                    .getApplicationContext()
                    .getBeanProvider(IamSmartRecorder.class)
                    .ifAvailable(IamSmartRecorder::clear);
        }
    }
}
