package io.github.iamsmart.bootmatrix;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

/**
 * An application that DevTools restarts after a user has signed in: its classes are loaded anew, the session is read
 * back. Properties of the system outlive that, static fields don't.
 */
class DevToolsApplication {

    /** Before each line that it prints. */
    static final String MARK = "DEVTOOLS> ";

    private static final String COOKIE = "devtools.session";

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(
                SimulatedApplication.class, MatrixApplication.Pages.class, DevToolsApplication.class);
        application.run(arguments);
    }

    /** In a thread of its own, so that the restart does not wait for itself. */
    @EventListener
    void onReady(ApplicationReadyEvent event) {
        ConfigurableApplicationContext context = event.getApplicationContext();
        Thread user = new Thread(() -> {
            try {
                visit(context);
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        user.setDaemon(false);
        user.start();
    }

    private static void visit(ConfigurableApplicationContext context) {
        UsedSecrets.remember(context.getBean(IamSmartConnectionDetails.class).clientSecret());
        URI application =
                URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        Browser browser = new Browser();
        SimulatedUser user = new SimulatedUser(browser, application, context.getBean(IamSmartSimulator.class));
        String session = System.getProperty(COOKIE);
        if (session == null) {
            user.signIn("basic");
            System.out.println(MARK + "before: " + user.home());
            System.setProperty(COOKIE, browser.cookies().get("JSESSIONID"));
            System.setProperty("devtools.loader", String.valueOf(System.identityHashCode(loader())));
            Restarter.getInstance().restart();
            return;
        }
        boolean anew = !System.getProperty("devtools.loader").equals(String.valueOf(System.identityHashCode(loader())));
        browser.cookies().putAll(Map.of("JSESSIONID", session));
        System.out.println(MARK + "after: " + user.home() + " classes loaded anew=" + anew);
        SimulatedUser next = new SimulatedUser(new Browser(), application, context.getBean(IamSmartSimulator.class));
        next.signIn("basic");
        System.out.println(MARK + "another: " + next.home());
        context.close();
        System.exit(0);
    }

    private static ClassLoader loader() {
        return DevToolsApplication.class.getClassLoader();
    }
}
