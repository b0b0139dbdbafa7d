package io.github.iamsmart.spring.internal.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class SimulatorDependencyTest {

    @Test
    void hasTheVersionOfTheJar() {
        byte[] pom = "groupId=io.github.iamsmart\nversion=1.2.3\n".getBytes(ISO_8859_1);

        assertThat(SimulatorDependency.lines(new ByteArrayInputStream(pom))).isEqualTo("""
                <dependency>
                  <groupId>io.github.iamsmart</groupId>
                  <artifactId>iamsmart-simulator</artifactId>
                  <version>1.2.3</version>
                  <optional>true</optional>
                </dependency>
            """);
    }

    @Test
    void saysWhichVersionWhereThereIsNoJar() {
        assertThat(SimulatorDependency.lines(null))
                .contains("<version>the version of iamsmart-spring-boot-starter</version>");
    }

    /** There the lines may be in the pom, and the dependency not in the jar. */
    @Test
    void saysWhatLeavesItOutOfAnExecutableJar() {
        String jar = "jar:nested:/srv/permits.jar/!BOOT-INF/lib/iamsmart-spring-boot-starter-1.0.jar!/io/github";

        assertThat(SimulatorDependency.inExecutableJar(jar)).contains("<includeOptional>true</includeOptional>");
        assertThat(SimulatorDependency.inExecutableJar("jar:file:/root/.m2/iamsmart-spring-boot-starter-1.0.jar!/io"))
                .isEmpty();
    }
}
