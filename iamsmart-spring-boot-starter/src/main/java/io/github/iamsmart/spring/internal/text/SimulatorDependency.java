package io.github.iamsmart.spring.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Shows the lines of a {@code pom.xml} that bring the simulator. */
public final class SimulatorDependency {

    /** What Maven puts into the jar. */
    private static final String POM = "/META-INF/maven/io.github.iamsmart/iamsmart-spring-boot-starter/pom.properties";

    private SimulatorDependency() {}

    /**
     * {@return the dependency} It is optional, not of the scope "test": whoever reads this has just started the
     * application, not a test.
     */
    public static String lines() {
        String place = String.valueOf(SimulatorDependency.class.getResource("SimulatorDependency.class"));
        return lines(SimulatorDependency.class.getResourceAsStream(POM)) + inExecutableJar(place);
    }

    /** Whoever starts an executable jar of Spring Boot 4 may have the dependency, and not find it in the jar. */
    static String inExecutableJar(String place) {
        return place.contains("BOOT-INF/lib/") || place.contains("WEB-INF/lib") ? """

                    Where it is there already: Spring Boot 4 leaves optional dependencies out of an executable jar. To have it in
                    that one, write into the configuration of spring-boot-maven-plugin

                        <includeOptional>true</includeOptional>
                    """.stripIndent() : "";
    }

    static String lines(@Nullable InputStream pom) {
        return """
                <dependency>
                  <groupId>io.github.iamsmart</groupId>
                  <artifactId>iamsmart-simulator</artifactId>
                  <version>%s</version>
                  <optional>true</optional>
                </dependency>
            """.formatted(version(pom).orElse("the version of iamsmart-spring-boot-starter"));
    }

    private static Optional<String> version(@Nullable InputStream pom) {
        if (pom == null) {
            return Optional.empty(); // from a folder of classes
        }
        try (pom) {
            Properties properties = new Properties();
            properties.load(pom);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
