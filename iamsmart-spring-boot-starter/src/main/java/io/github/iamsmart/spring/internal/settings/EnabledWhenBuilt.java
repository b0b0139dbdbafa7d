package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Stops the start of an application in which something is switched off too late: it was on when the application was
 * processed ahead of time, so it would be there.
 */
public final class EnabledWhenBuilt implements BeanFactoryPostProcessor {

    private final Environment environment;
    private final String property;
    private final String builtIn;

    /**
     * Creates it.
     *
     * @param environment where properties are looked up
     * @param property false where it is switched off
     * @param builtIn what would be there: "iAM Smart is", for example
     */
    public EnabledWhenBuilt(Environment environment, String property, String builtIn) {
        this.environment = environment;
        this.property = property;
        this.builtIn = builtIn;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        if ("false".equalsIgnoreCase(environment.getProperty(property))) {
            throw new IamSmartPropertyException(
                    property + " is false, but this application was processed ahead of time (AOT) while it was not: "
                            + builtIn + " built in.",
                    "Set " + property
                            + " to false for the build too, where process-aot or processAot runs, or remove it"
                            + " here.");
        }
    }
}
