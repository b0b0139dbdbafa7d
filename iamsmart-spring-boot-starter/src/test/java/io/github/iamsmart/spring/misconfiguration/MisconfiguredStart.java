package io.github.iamsmart.spring.misconfiguration;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.autoconfigure.Runners;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Starts an application with a configuration, and says what somebody reads who does so. */
final class MisconfiguredStart {

    /** Where the key files are, as the page shows it. */
    static final String FOLDER = "/etc/permits";

    /** What a developer writes where an advice says {@code <…>} or <code>${…}</code>. */
    private static final Map<String, String> FILLED_IN = Map.ofEntries(
            Map.entry("iamsmart.client-id", "starter-client"),
            Map.entry("iamsmart.client-secret", Runners.SECRET),
            Map.entry("iamsmart.kek.location", FOLDER + "/kek.pem"),
            Map.entry("iamsmart.kek.password", TestKeys.PASSWORD),
            Map.entry("iamsmart.kek.key-password", "canary-key-password"),
            Map.entry("iamsmart.kek.alias", "encipherment"),
            Map.entry("iamsmart.previous-kek.location", FOLDER + "/kek.pem"),
            Map.entry("iamsmart.trust-store.location", FOLDER + "/certificate.pem"),
            Map.entry("iamsmart.trust-store.password", TestKeys.PASSWORD),
            Map.entry("iamsmart.kek.certificate-location", FOLDER + "/certificate.pem"),
            Map.entry("iamsmart.proxy.host", "proxy.example.org"),
            Map.entry("iamsmart.proxy.username", "permits"),
            Map.entry("iamsmart.proxy.password", "canary-proxy"));

    private static final Map<String, Object> BASE = Map.of(
            "iamsmart.environment", "ite",
            "iamsmart.client-id", "starter-client",
            "iamsmart.client-secret", Runners.SECRET,
            "iamsmart.kek.location", FOLDER + "/kek.pem",
            "iamsmart.public-url", "https://permits.example.gov.hk");

    private final Path folder;

    MisconfiguredStart(Path folder) {
        this.folder = folder;
    }

    /** Returns everything that is read of a case, and what comes of doing as the text says. */
    String outcome(Misconfiguration one) {
        List<PropertySource<?>> sources = new ArrayList<>(List.of(configured(one)));
        if (!one.has("alone")) {
            sources.add(new MapPropertySource("base", placed(BASE)));
        }
        Said said = start(sources, one);
        String text = said.text();
        Map<String, Object> advised = advised(said.action());
        if (!advised.isEmpty()) {
            sources.add(0, new MapPropertySource("advised", placed(advised)));
            text += "\nWith these lines: " + start(sources, one).summary() + "\n";
        }
        return text.replace(folder.toString(), FOLDER).replaceAll("(?m) +$", "");
    }

    private record Said(List<String> warnings, String description, String action) {

        boolean started() {
            return description.isEmpty();
        }

        String text() {
            String warned = warnings.stream().map(one -> "WARN " + one + "\n").collect(Collectors.joining());
            return (warned.isEmpty() ? "" : warned + "\n")
                    + (started()
                            ? "The application starts.\n"
                            : "Description:\n\n" + description.stripTrailing() + "\n\nAction:\n\n"
                                    + action.stripTrailing() + "\n");
        }

        String summary() {
            return started()
                    ? "the application starts"
                            + (warnings.isEmpty() ? "." : ", and warns: " + String.join(" ", warnings))
                    : description.lines().findFirst().orElseThrow();
        }
    }

    private Said start(List<PropertySource<?>> sources, Misconfiguration one) {
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.iamsmart");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        List<FailureAnalysis> analyses = new ArrayList<>();
        AtomicReference<ConfigurableApplicationContext> started = new AtomicReference<>();
        try {
            runner(one)
                    .withInitializer(context -> {
                        started.set(context);
                        MutablePropertySources environment =
                                context.getEnvironment().getPropertySources();
                        environment.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
                        environment.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
                        sources.forEach(environment::addLast);
                    })
                    .run(context -> {
                        if (context.getStartupFailure() != null) {
                            analyses.add(analysis(context.getStartupFailure(), started.get()));
                        }
                    });
        } finally {
            logger.detachAppender(log);
        }
        List<String> warnings = log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> !message.startsWith("THIS IS A SIMULATION"))
                .toList();
        return analyses.isEmpty()
                ? new Said(warnings, "", "")
                : new Said(
                        warnings,
                        analyses.get(0).getDescription(),
                        String.valueOf(analyses.get(0).getAction()));
    }

    private static WebApplicationContextRunner runner(Misconfiguration one) {
        return one.has("simulator") ? Runners.web() : Runners.webWithoutSimulator();
    }

    /** As Spring Boot does, with every analyzer that there is. */
    private static FailureAnalysis analysis(Throwable failure, ConfigurableApplicationContext context) {
        SpringFactoriesLoader.ArgumentResolver arguments = SpringFactoriesLoader.ArgumentResolver.of(
                        org.springframework.beans.factory.BeanFactory.class, context.getBeanFactory())
                .and(org.springframework.core.env.Environment.class, context.getEnvironment());
        for (FailureAnalyzer analyzer : SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, arguments, (type, name, problem) -> {})) {
            try {
                FailureAnalysis analysis = analyzer.analyze(failure);
                if (analysis != null) {
                    return analysis;
                }
            } catch (LinkageError e) {
                continue; // it is about what is not on the class path
            }
        }
        throw new AssertionError("nobody explains it", failure);
    }

    private PropertySource<?> configured(Misconfiguration one) {
        String text = one.configuration().replace(FOLDER, folder.toString());
        return switch (one.format()) {
            case "yaml" -> loaded(text, "application.yml");
            case "properties" -> loaded(text, "application.properties");
            default -> environment(text);
        };
    }

    private static PropertySource<?> loaded(String text, String file) {
        ByteArrayResource resource = new ByteArrayResource(text.getBytes(UTF_8)) {
            @Override
            public String getDescription() {
                return "class path resource [" + file + "]";
            }
        };
        try {
            List<PropertySource<?>> loaded = file.endsWith(".yml")
                    ? new YamlPropertySourceLoader().load(file, resource)
                    : new PropertiesPropertySourceLoader().load(file, resource);
            return loaded.isEmpty() ? new MapPropertySource(file, Map.of()) : loaded.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PropertySource<?> environment(String text) {
        Properties variables = new Properties();
        try {
            variables.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach((name, value) -> values.put(name.toString(), value));
        return new SystemEnvironmentPropertySource("test-systemEnvironment", values);
    }

    /** Returns the properties in the lines of an advice, with values where it leaves them to the reader. */
    private static Map<String, Object> advised(String action) {
        String yaml = action.lines()
                .filter(line -> line.startsWith("    ") && line.contains(":"))
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n"));
        Map<String, Object> advised = new LinkedHashMap<>();
        if (yaml.startsWith("iamsmart:") && loaded(yaml, "advice.yml") instanceof EnumerablePropertySource<?> lines) {
            for (String name : lines.getPropertyNames()) {
                String value = String.valueOf(lines.getProperty(name));
                boolean open = value.contains("<") || value.contains("${") || value.contains("…");
                advised.put(
                        name,
                        value.equals("file:kek.p12")
                                ? FOLDER + "/kek.p12"
                                : open ? FILLED_IN.getOrDefault(name, value) : value);
            }
        }
        return advised;
    }

    private Map<String, Object> placed(Map<String, Object> properties) {
        Map<String, Object> placed = new LinkedHashMap<>(properties);
        placed.replaceAll((name, value) -> value.toString().replace(FOLDER, folder.toString()));
        return placed;
    }
}
