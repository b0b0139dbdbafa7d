package io.github.iamsmart.bootmatrix;

import static io.github.iamsmart.bootmatrix.VisitSetting.CONTEXT_PATH;
import static io.github.iamsmart.bootmatrix.VisitSetting.LAZY;
import static io.github.iamsmart.bootmatrix.VisitSetting.PLAIN;
import static io.github.iamsmart.bootmatrix.VisitSetting.PROXY_FRAMEWORK;
import static io.github.iamsmart.bootmatrix.VisitSetting.PROXY_NATIVE;
import static io.github.iamsmart.bootmatrix.VisitSetting.VIRTUAL_THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.ClassUtils;

/**
 * Applications with one class path after the other, each in a JVM of its own, in the settings in which they run: a user
 * signs in and gets a result, and nothing is logged that is worth a warning. All other tests run on Tomcat with
 * actuator.
 */
@Timeout(600)
class ClassPathTest {

    private static final String[] TOMCAT = {"tomcat-embed-(core|websocket)", "spring-boot-tomcat"};
    private static final String[] JETTY = {"eclipse.jetty", "spring-boot-jetty"};
    private static final String[] UNDERTOW = {"undertow", "org.jboss"};
    private static final String[] REACTIVE = {
        "spring-webflux", "spring-boot-webflux", "reactor-netty", "spring-boot-reactor"
    };
    private static final String[] SERVLETS = {
        "spring-webmvc", "spring-boot-webmvc", "spring-boot-servlet", "jakarta.servlet"
    };
    private static final String[] WEB = {"spring-web-", "spring-boot-(web-server|http)"};
    private static final String[] ACTUATOR = {
        "spring-boot-(actuator|health|micrometer|starter-micrometer)", "micrometer-(core|jakarta)"
    };
    private static final String[] SECURITY = {"spring-security", "spring-boot-security"};
    private static final String[] SESSION = {"spring-session", "spring-boot-session"};
    private static final String[] DATABASES = {
        "spring-(jdbc|tx|data|oxm)",
        "spring-boot-(jdbc|sql|data|transaction|persistence)",
        "lettuce",
        "h2database",
        "HikariCP"
    };
    private static final String[] DEVTOOLS = {"spring-boot-devtools"};

    /** What must be said: of the simulator, and of the body that comes too slowly, which its server calls an error. */
    private static final String[] EXPECTED = {
        "THIS IS A SIMULATION",
        "it came too slowly",
        "Servlet.service\\(\\) for servlet \\[iamSmartCallbackEndpoint\\]",
        "UT005023: Exception handling request to .*/iamsmart/callback/default/results",
        // Undertow's own, on every start.
        "UT026010: Buffer pool was not set",
        // Undertow takes a session from a URL unless told otherwise.
        "server.servlet.session.tracking-modes=cookie",
        // JDK 24 and later, of what libraries of others call.
        "WARNING: (A terminally deprecated|sun\\.misc\\.Unsafe::|A restricted|java\\.lang\\.System::"
                + "|Use --enable-native-access=|Restricted methods will be blocked"
                + "|Please consider reporting this to the maintainers of class (?!io\\.github\\.iamsmart))"
    };

    private static String without(String[]... parts) {
        return Jvm.classPathWithout(Stream.of(parts).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private static String visit(String classPath, VisitSetting... settings) throws Exception {
        String output = Jvm.run(
                classPath,
                List.of(),
                VisitedApplication.class,
                Stream.of(settings).map(Enum::name).toArray(String[]::new));
        assertThat(output.lines())
                .filteredOn(line -> line.startsWith(VisitedApplication.MARK))
                .as(output)
                .hasSize(settings.length);
        assertNothingIsWorthAWarning(output);
        return output;
    }

    private static void assertNothingIsWorthAWarning(String output) {
        assertThat(output.lines())
                .filteredOn(line -> line.matches("(WARN|ERROR|SEVERE|Exception|Caused).*"))
                .filteredOn(line -> !Pattern.compile(String.join("|", EXPECTED))
                        .matcher(line)
                        .find())
                .as(output)
                .isEmpty();
    }

    private static String mark(VisitSetting setting, String rest) {
        return VisitedApplication.MARK + setting + " " + rest;
    }

    @Test
    void onTomcatWithTheWebAlone() throws Exception {
        String output = visit(
                without(JETTY, UNDERTOW, REACTIVE, ACTUATOR, SECURITY, SESSION, DATABASES, DEVTOOLS),
                PLAIN,
                CONTEXT_PATH,
                PROXY_FRAMEWORK,
                PROXY_NATIVE,
                LAZY,
                VIRTUAL_THREADS);

        assertThat(output)
                .contains(mark(PLAIN, "platform org.apache.catalina"))
                .contains(
                        mark(VIRTUAL_THREADS, VIRTUAL_THREADS.possible() ? "virtual org.apache.catalina" : "left out"));
    }

    @Test
    void onJettyWithEverything() throws Exception {
        String output = visit(without(TOMCAT, UNDERTOW, REACTIVE, DEVTOOLS), PLAIN, CONTEXT_PATH, PROXY_NATIVE);

        assertThat(output)
                .contains("Jetty started", mark(PLAIN, "platform org.springframework.session"))
                .doesNotContain("tracking-modes");
    }

    @Test
    void onUndertowWithActuatorAndSecurity() throws Exception {
        assumeTrue(ClassUtils.isPresent("io.undertow.Undertow", null), "Spring Boot 4 does not run on Undertow");
        String output = visit(
                without(TOMCAT, JETTY, REACTIVE, SESSION, DATABASES, DEVTOOLS), PLAIN, CONTEXT_PATH, PROXY_NATIVE);

        assertThat(output).contains("Undertow started", mark(PLAIN, "platform io.undertow"));
    }

    private static String run(Class<?> program, String classPath, String... arguments) throws Exception {
        return Jvm.run(
                classPath,
                List.of(),
                program,
                Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--iamsmart.simulator.port=0",
                                        "--logging.config=classpath:visit-logback.xml"),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void withEverythingButTheWeb() throws Exception {
        String output = run(
                ClientApplication.class,
                without(TOMCAT, JETTY, UNDERTOW, REACTIVE, SERVLETS, WEB, DEVTOOLS),
                "--spring.security.user.password=" + SecuredPages.PASSWORD);

        assertThat(output).contains(ClientApplication.MARK + "simulator delivers=true port=false");
        assertNothingIsWorthAWarning(output);
    }

    @Test
    void onNettyThereCanBeNoEndpoints() throws Exception {
        String netty = without(TOMCAT, JETTY, UNDERTOW, SERVLETS, SECURITY, SESSION, DATABASES, DEVTOOLS);

        assertThat(run(ClientApplication.class, netty))
                .contains(
                        "The endpoints of iAM Smart need Spring MVC, and this application runs on WebFlux",
                        "web-application-type: servlet",
                        "enabled: false")
                .doesNotContain(ClientApplication.MARK);
        String clientAlone = run(ClientApplication.class, netty, "--iamsmart.endpoints.enabled=false");
        assertThat(clientAlone).contains("Netty started", ClientApplication.MARK + "simulator delivers=true port=true");
        assertNothingIsWorthAWarning(clientAlone);
    }

    /** As in an editor: the session outlives the restart, and is read with the classes of the new one. */
    @Test
    void aUserStaysSignedInWhenDevToolsRestart() throws Exception {
        String output = run(
                DevToolsApplication.class, without(JETTY, UNDERTOW, REACTIVE, ACTUATOR, SECURITY, SESSION, DATABASES));

        assertThat(output)
                .contains(
                        DevToolsApplication.MARK + "before: signed in",
                        DevToolsApplication.MARK + "after: signed in",
                        "classes loaded anew=true",
                        DevToolsApplication.MARK + "another: signed in");
        assertNothingIsWorthAWarning(output);
    }
}
