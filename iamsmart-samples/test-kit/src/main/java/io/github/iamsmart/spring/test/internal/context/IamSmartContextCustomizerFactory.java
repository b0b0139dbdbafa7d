package io.github.iamsmart.spring.test.internal.context;

import io.github.iamsmart.spring.test.AutoConfigureIamSmart;
import io.github.iamsmart.spring.test.AutoConfigureIamSmartSimulator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds the annotations of the test kit on test classes. */
public final class IamSmartContextCustomizerFactory implements ContextCustomizerFactory {

    /** Creates the factory. */
    public IamSmartContextCustomizerFactory() {}

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        boolean simulator = TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureIamSmartSimulator.class);
        boolean slice = TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureIamSmart.class);
        if (simulator && slice) {
            throw new IllegalStateException(testClass.getName() + " has both @AutoConfigureIamSmart, which talks to no"
                    + " gateway, and @AutoConfigureIamSmartSimulator, which starts one: choose one of them.");
        }
        return simulator || slice ? new NoRealClient() : null;
    }
}
