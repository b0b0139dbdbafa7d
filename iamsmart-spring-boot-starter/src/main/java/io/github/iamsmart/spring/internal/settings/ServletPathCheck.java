package io.github.iamsmart.spring.internal.settings;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.text.UrlText;
import io.github.iamsmart.spring.internal.text.YamlLines;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Stops the start of an application whose Spring MVC does not begin at its root: the callback of results, which is a
 * servlet of its own, would be at another path than the pages, and no callback URL would name where they are.
 */
public final class ServletPathCheck implements BeanFactoryPostProcessor {

    private static final String PROPERTY = "spring.mvc.servlet.path";

    private final Environment environment;

    /**
     * Creates it.
     *
     * @param environment where properties are looked up
     */
    public ServletPathCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        String path = environment.getProperty(PROPERTY, "/").strip();
        if (!path.isEmpty() && !path.equals("/")) {
            String shown = UrlText.masked(path);
            String absolute =
                    "/" + StringUtils.trimTrailingCharacter(StringUtils.trimLeadingCharacter(shown, '/'), '/');
            throw new IamSmartPropertyException(
                    PROPERTY + " is '" + shown + "', but the endpoints of iAM Smart work where Spring MVC begins at the"
                            + " root of the application.",
                    "Move the whole application, with iamsmart.public-url ending in that path:\n\n"
                            + YamlLines.of("server.servlet.context-path", absolute)
                            + "\nor the endpoints alone, and let your own controllers say their path themselves:\n\n"
                            + YamlLines.of("iamsmart.path-prefix", absolute + "/iamsmart"));
        }
    }
}
