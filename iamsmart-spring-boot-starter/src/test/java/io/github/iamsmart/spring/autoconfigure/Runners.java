package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.TestKeys;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Applications with the auto-configurations of this module. */
public final class Runners {

    public static final String SECRET = "starter-client-secret-4f1e";

    private static final AutoConfigurations ALL = AutoConfigurations.of(
            IamSmartAppAssociationAutoConfiguration.class,
            IamSmartAutoConfiguration.class,
            IamSmartCallbackAutoConfiguration.class,
            IamSmartDirectLoginAutoConfiguration.class,
            IamSmartEndpointsAutoConfiguration.class,
            IamSmartHealthAutoConfiguration.class,
            IamSmartNamedClientsAutoConfiguration.class,
            IamSmartNamedEndpointsAutoConfiguration.class,
            IamSmartNamedHealthAutoConfiguration.class,
            IamSmartNamedRequestsAutoConfiguration.class,
            IamSmartRegistryAutoConfiguration.class,
            IamSmartRequestsAutoConfiguration.class,
            IamSmartSanitizingAutoConfiguration.class,
            IamSmartSignInAutoConfiguration.class,
            IamSmartSigningAutoConfiguration.class,
            IamSmartSimulatorAutoConfiguration.class,
            IamSmartStandaloneSimulatorAutoConfiguration.class,
            IamSmartWithoutMvcAutoConfiguration.class,
            SslAutoConfiguration.class);

    private Runners() {}

    /** An application that is not on the web, with the simulator on its class path. */
    static ApplicationContextRunner plain() {
        return new ApplicationContextRunner().withConfiguration(ALL);
    }

    /** A servlet application, with the simulator on its class path. */
    public static WebApplicationContextRunner web() {
        return new WebApplicationContextRunner().withConfiguration(ALL);
    }

    static ApplicationContextRunner withoutSimulator() {
        return plain().withClassLoader(new FilteredClassLoader(IamSmartSimulator.class));
    }

    /** A servlet application that has the starter alone. */
    public static WebApplicationContextRunner webWithoutSimulator() {
        return web().withClassLoader(new FilteredClassLoader(IamSmartSimulator.class));
    }

    /** What a real client has at least, beside a public URL. */
    static String[] client() {
        return new String[] {
            "iamsmart.environment=ite",
            "iamsmart.client-id=starter-client",
            "iamsmart.client-secret=" + SECRET,
            "iamsmart.kek.location=" + TestKeys.inline()
        };
    }
}
