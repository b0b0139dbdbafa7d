package io.github.iamsmart.samples.documentation.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every address of the starter that a page, a Javadoc or an example names is one that it answers. */
class EndpointsInPagesTest {

    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    /** Whole segments only: a beginning, as in {@code /iamsmart/callback/…}, names no endpoint. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<!github|actuator)/iamsmart((?:/[\\w-]+|/\\{\\w+})++)(?![\\w/{.]\\w|/)");

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class SeveralClients {}

    @Test
    void areAnswered() {
        TreeMap<String, Set<String>> named = new TreeMap<>();
        texts().forEach(file -> addresses(file)
                .forEach(address ->
                        named.computeIfAbsent(address, key -> new TreeSet<>()).add(file.toString())));
        assertThat(named).as("the addresses that are looked at").hasSizeGreaterThan(5);

        removeAnswered(
                named, GuideApplication.class, "--iamsmart.direct-login.v1=true", "--spring.profiles.active=app");
        removeAnswered(named, SeveralClients.class, "--iamsmart.clients.shop=", "--iamsmart.clients.tax-office=");

        assertThat(named)
                .as("addresses that the starter does not answer, and where")
                .isEmpty();
    }

    private static void removeAnswered(Map<String, Set<String>> named, Class<?> type, String... settings) {
        String[] arguments = Stream.concat(Stream.of("--iamsmart.simulator.port=0"), Stream.of(settings))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(type).properties("server.port=0").run(arguments)) {
            List<PathPattern> answered = patterns(application);
            named.keySet()
                    .removeIf(address -> answered.stream()
                            .anyMatch(pattern -> pattern.matches(PathContainer.parsePath("/iamsmart" + address))));
        }
    }

    private static List<PathPattern> patterns(ConfigurableApplicationContext application) {
        Stream<PathPattern> methods =
                application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .flatMap(info -> info.getPatternValues().stream())
                        .map(PathPatternParser.defaultInstance::parse);
        Stream<PathPattern> handlers = application.getBeansOfType(AbstractHandlerMapping.class).values().stream()
                .filter(AbstractUrlHandlerMapping.class::isInstance)
                .flatMap(mapping -> ((AbstractUrlHandlerMapping) mapping).getPathPatternHandlerMap().keySet().stream())
                .filter(pattern -> pattern.getPatternString().startsWith("/iamsmart"));
        Stream<PathPattern> servlets = application.getBeansOfType(ServletRegistrationBean.class).values().stream()
                .flatMap(servlet -> ((ServletRegistrationBean<?>) servlet).getUrlMappings().stream())
                .map(PathPatternParser.defaultInstance::parse);
        return Stream.of(methods, handlers, servlets)
                .flatMap(patterns -> patterns)
                .toList();
    }

    private static Stream<Path> texts() {
        return Stream.of(
                        "README.md",
                        "docs",
                        "iamsmart-core/src/main/java",
                        "iamsmart-core/src/test/java/io/github/iamsmart/snippets",
                        "iamsmart-spring-boot-starter/src/main/java",
                        "iamsmart-samples/quickstart/src")
                .map(REPOSITORY::resolve)
                .flatMap(EndpointsInPagesTest::files)
                .filter(file ->
                        file.toString().endsWith(".md") || file.toString().endsWith(".java"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> addresses(Path file) {
        try {
            return ADDRESS.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
