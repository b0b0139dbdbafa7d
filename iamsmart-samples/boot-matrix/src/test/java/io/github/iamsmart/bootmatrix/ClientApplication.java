package io.github.iamsmart.bootmatrix;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that has the client and no endpoints; it starts, says so, and ends. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ClientApplication {

    /** Before what it prints. */
    static final String MARK = "CLIENT> ";

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = SpringApplication.run(ClientApplication.class, arguments)) {
            System.out.println(
                    MARK + context.getBean(IamSmartClient.class).environment().name() + " delivers="
                            + context.getBean(RequestDelivery.class).isRunning() + " port="
                            + (context.getEnvironment().getProperty("local.server.port") != null));
        }
    }
}
