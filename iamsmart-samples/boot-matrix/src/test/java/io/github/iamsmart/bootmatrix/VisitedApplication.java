package io.github.iamsmart.bootmatrix;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Starts an application in one setting after the other, and visits it as a user does. */
final class VisitedApplication {

    /** Before each line that it prints. */
    static final String MARK = "VISIT> ";

    private VisitedApplication() {}

    public static void main(String[] settings) throws Exception {
        for (String name : settings) {
            VisitSetting setting = VisitSetting.valueOf(name);
            if (!setting.possible()) {
                System.out.println(MARK + name + " left out: this JDK has none");
            } else if (setting.behindProxy()) {
                try (ReverseProxy proxy = new ReverseProxy(setting.path())) {
                    visit(setting, proxy);
                }
            } else {
                visit(setting, null);
            }
        }
    }

    private static void visit(VisitSetting setting, ReverseProxy proxy) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--iamsmart.simulator.port=0",
                "--iamsmart.callback.read-timeout=1s",
                "--iamsmart.sign-in.success-url=/\u6b61\u8fce",
                "--spring.security.user.password=" + SecuredPages.PASSWORD,
                "--spring.devtools.restart.enabled=false",
                "--logging.config=classpath:visit-logback.xml"));
        Arrays.stream(setting.properties()).map("--"::concat).forEach(arguments::add);
        if (proxy != null) {
            arguments.add("--iamsmart.public-url=" + proxy.url());
        }
        try (ConfigurableApplicationContext context =
                SpringApplication.run(sources(), arguments.toArray(String[]::new))) {
            UsedSecrets.remember(
                    context.getBean(IamSmartConnectionDetails.class).clientSecret());
            URI origin =
                    URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
            if (proxy != null) {
                proxy.passTo(origin);
            }
            URI application = proxy == null ? URI.create(origin + setting.path()) : proxy.url();
            Visit visit = new Visit(
                    application,
                    context.getBean(IamSmartSimulator.class),
                    context.getBean(RequestsApplication.Forms.class));
            visit.signInForARequest();
            visit.fillAForm();
            visit.signInToTheConfiguredPage();
            visit.sendABodySlowly(URI.create(origin + (proxy == null ? setting.path() : "")));
            System.out.println(MARK + setting + " " + visit.thread() + " " + visit.session());
        }
    }

    private static Class<?>[] sources() {
        List<Class<?>> sources =
                new ArrayList<>(List.of(SimulatedApplication.class, MatrixApplication.Pages.class, Threads.class));
        if (ClassUtils.isPresent("org.springframework.security.web.SecurityFilterChain", null)) {
            sources.add(SecuredPages.class);
        }
        return sources.toArray(Class<?>[]::new);
    }

    /** Says on which thread requests are handled, and where sessions are. */
    @Controller
    static class Threads {

        @GetMapping("/thread")
        @ResponseBody
        String thread() {
            return Thread.currentThread().toString().startsWith("VirtualThread") ? "virtual" : "platform";
        }

        @GetMapping("/session")
        @ResponseBody
        String session(jakarta.servlet.http.HttpServletRequest request) {
            return request.getSession().getClass().getName();
        }
    }
}
