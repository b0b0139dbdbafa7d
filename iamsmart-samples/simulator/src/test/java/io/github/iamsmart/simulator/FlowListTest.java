package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.CodeTable;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing else fails when a flow or a code exists that {@link FlowList} does not list. */
class FlowListTest {

    @Test
    void listsEveryDeclarationThatThereIs() throws Exception {
        assertThat(constants(FlowDeclaration.class))
                .hasSizeGreaterThan(10)
                .allSatisfy(declaration -> assertThat(FlowList.declarations()).contains(declaration));
    }

    @Test
    void makesEveryFlowThatThereIs() throws Exception {
        SimulatorParts parts = parts();
        try {
            List<Class<?>> made = new ArrayList<>();
            parts.flows.forEach(flow -> made.add(flow.getClass()));
            assertThat(classes().stream()
                            .filter(Flow.class::isAssignableFrom)
                            .filter(one -> !Modifier.isAbstract(one.getModifiers())))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(flow -> assertThat(made).contains(flow));
        } finally {
            parts.callbacks.close();
        }
    }

    @Test
    void knowsEveryCodeThatThereIs() throws Exception {
        CodeTable table = new CodeTable(FlowList.codes());
        assertThat(constants(Code.class))
                .hasSizeGreaterThan(25)
                .allSatisfy(code ->
                        assertThat(table.contains(code)).as(code.value()).isTrue());
    }

    @Test
    void hasNoNameAndNoPathTwice() {
        assertThat(FlowList.declarations()).extracting(FlowDeclaration::name).doesNotHaveDuplicates();
        SimulatorParts parts = parts();
        try {
            assertThat(parts.flows.stream().flatMap(flow -> flow.endpoints().stream()))
                    .extracting(GatewayEndpoint::path)
                    .doesNotHaveDuplicates();
        } finally {
            parts.callbacks.close();
        }
    }

    @Test
    void noTextIsLeftOverFromAFlowOrAScopeThatDoesNotExist() throws Exception {
        Set<String> wanted = new HashSet<>();
        FlowList.declarations().forEach(declaration -> wanted.addAll(declaration.textKeys()));
        Set<String> existing = new HashSet<>();
        for (Path file : files("messages_en-US.properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
            existing.addAll(texts.stringPropertyNames());
        }
        existing.removeIf(key -> !key.matches("(flow|asks|scope|qr\\.title|qr\\.asks)\\..*"));
        assertThat(existing).isEqualTo(wanted);
    }

    private static SimulatorParts parts() {
        return new SimulatorParts(
                new SimulatorSettings(
                        "127.0.0.1",
                        0,
                        OptionalInt.empty(),
                        Clock.systemUTC(),
                        Duration.ZERO,
                        Duration.ofHours(1),
                        "/account/ccic/initiateRequest",
                        CallbackInterceptor.NONE,
                        new SimulatorSettings.SetupPaths(Optional.empty(), Optional.empty(), Optional.empty())),
                () -> URI.create("http://127.0.0.1"));
    }

    /** The values of all static fields of a type. */
    private static <T> List<T> constants(Class<T> type) throws Exception {
        List<T> values = new ArrayList<>();
        for (Class<?> one : classes()) {
            for (Field field : one.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType().equals(type)) {
                    field.setAccessible(true);
                    values.add(type.cast(field.get(null)));
                }
            }
        }
        return values;
    }

    /** Every class of the simulator. */
    private static List<Class<?>> classes() throws Exception {
        List<Class<?>> classes = new ArrayList<>();
        for (Path file : files(".class")) {
            String name = root().relativize(file).toString().replaceAll("[/\\\\]", ".");
            if (!name.endsWith("package-info.class")) {
                classes.add(Class.forName(
                        name.substring(0, name.length() - ".class".length()), false, Flow.class.getClassLoader()));
            }
        }
        return classes;
    }

    private static List<Path> files(String ending) throws Exception {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    private static Path root() throws Exception {
        return Path.of(
                Flow.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
