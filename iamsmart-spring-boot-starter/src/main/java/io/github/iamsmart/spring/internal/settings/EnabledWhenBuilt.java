package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Stops the start of an application in which iAM Smart is switched off too late: it was on when the application was
 * processed ahead of time, so its endpoints would be there.
 */
public final class EnabledWhenBuilt implements BeanFactoryPostProcessor {

    private static final String PROPERTY = IamSmartProperties.PREFIX + ".enabled";

    private final Environment environment;

    /**
     * Creates it.
     *
     * @param environment where properties are looked up
     */
    public EnabledWhenBuilt(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        if ("false".equalsIgnoreCase(environment.getProperty(PROPERTY))) {
            throw new IamSmartPropertyException(
                    PROPERTY + " is false, but this application was processed ahead of time (AOT) while it was not:"
                            + " iAM Smart is built in.",
                    "Set " + PROPERTY
                            + " to false for the build too, where process-aot or processAot runs, or remove it"
                            + " here.");
        }
    }
}
