package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that is processed ahead of time where nothing is configured, as a build is, and then runs elsewhere:
 * what it becomes is decided there.
 */
@Timeout(300)
class AheadOfTimeTest {

    private static final String[] PRODUCTION = {
        "--iamsmart.environment=production",
        "--iamsmart.client-id=aot-client",
        "--iamsmart.client-secret=aot-client-secret-8c1f",
        "--iamsmart.kek.location=" + TestKek.location(),
        "--iamsmart.public-url=https://permits.example.gov.hk",
        "--iamsmart.app-association.ios[0].app-id=ABCDE12345.org.example.permits",
        "--iamsmart.direct-login.v1=true",
        "--iamsmart.direct-login.v2=false",
    };

    @TempDir
    static Path folder;

    private static AheadOfTime built;

    @BeforeAll
    static void build() throws Exception {
        UsedSecrets.remember("aot-client-secret-8c1f");
        built = AheadOfTime.process(folder.resolve("plain"));
        built.compile();
    }

    private static String line(String name, Object value) {
        return AotApplication.MARK + name + " " + value + System.lineSeparator();
    }

    @Test
    void theSameBeansAreBuiltWhateverIsConfigured() throws Exception {
        AheadOfTime withClient = AheadOfTime.process(folder.resolve("client"), PRODUCTION);

        assertThat(withClient.sources())
                .isEqualTo(built.sources())
                .anySatisfy((name, text) -> assertThat(name).contains("IamSmartSimulatorAutoConfiguration__"));
    }

    @Test
    void inProductionItTalksToTheGatewayAlone() throws Exception {
        assertThat(built.run(PRODUCTION))
                .contains(line("simulator", false), line("verifier", false), line("association", 200), line("v2", 404))
                .contains(AotApplication.MARK + "gateway https://apigw.iamsmart.gov.hk")
                .contains(AotApplication.MARK + "login https://apigw.iamsmart.gov.hk/")
                .doesNotContain(line("v1", 404));
    }

    @Test
    void halfOfAConfigurationStopsIt() throws Exception {
        assertThat(built.run("--iamsmart.environment=production"))
                .contains("iAM Smart is not configured: iamsmart.client-id, iamsmart.client-secret")
                .doesNotContain(AotApplication.MARK);
    }

    @Test
    void withNothingConfiguredItHasItsSimulatorAndServesItsUsers() throws Exception {
        assertThat(built.run())
                .contains(line("visit", "completed"))
                .contains(line("simulator", true), line("verifier", true), line("association", 404), line("v1", 404))
                .contains(AotApplication.MARK + "login http://127.0.0.1:")
                .doesNotContain(line("v2", 404));
    }

    @Test
    void switchedOffTooLateItDoesNotStart() throws Exception {
        assertThat(built.run("--iamsmart.enabled=false"))
                .contains("iamsmart.enabled is false, but this application was processed ahead of time")
                .doesNotContain(AotApplication.MARK);
    }

    /** As Spring Boot 4 makes executable jars, where the dependency is optional. */
    @Test
    void withoutTheSimulatorThatItWasBuiltWithItSaysWhatToDo() throws Exception {
        assertThat(built.runWithoutSimulator(PRODUCTION))
                .contains("iamsmart-simulator is not on the class path", "generated ahead of time")
                .doesNotContain(AotApplication.MARK);
    }
}
