package io.github.iamsmart.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A modular application compiles against the core's module and runs with it, on the module path alone. */
@Tag("slow")
@Timeout(300)
class ModulePathTest {

    private static final List<String> LIBRARIES = List.of(
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "okhttp-jvm",
            "okio-jvm",
            "kotlin-stdlib",
            "bcprov-",
            "bcpkix-",
            "bcutil-",
            "slf4j-api");

    private static final String APPLICATION = """
            package application;

            import io.github.iamsmart.IamSmartClient;
            import io.github.iamsmart.error.TransportException;
            import io.github.iamsmart.key.KekKeyPair;
            import java.net.URI;
            import java.security.KeyPair;
            import java.security.KeyPairGenerator;

            public class Main {
                public static void main(String[] args) throws Exception {
                    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
                    rsa.initialize(2048);
                    KeyPair pair = rsa.generateKeyPair();
                    try (IamSmartClient client = IamSmartClient.builder()
                            .baseUrl(URI.create("http://127.0.0.1:1"))
                            .clientId("modular")
                            .clientSecret("canary-secret-of-the-modular-application")
                            .kek(KekKeyPair.of(pair.getPrivate(), pair.getPublic()))
                            .build()) {
                        client.call("/api/v1/test/call", java.util.Map.of("a", "b"), String.class);
                    } catch (TransportException e) {
                        System.out.println(IamSmartClient.class.getModule().getName() + " called: " + e.mayHaveArrived());
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    /** The annotations, which are needed to compile only. */
    private static final String ANNOTATIONS = "jspecify";

    private static List<Path> modulePath(String... more) {
        List<Path> path = new ArrayList<>(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .filter(file -> Stream.concat(LIBRARIES.stream(), Stream.of(more))
                                .anyMatch(file.getFileName().toString()::startsWith))
                        .toList());
        path.add(Path.of(IamSmartClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()));
        return path;
    }

    private static String joined(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void carriesAModularApplication() throws Exception {
        Path classes = compiled("module application { requires io.github.iamsmart.core; }");
        List<Path> path = modulePath();
        path.add(classes);

        assertThat(run(path)).contains("io.github.iamsmart.core called: false");
    }

    private Path compiled(String module) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources/application"));
        Path moduleInfo = Files.writeString(sources.resolveSibling("module-info.java"), module);
        Path main = Files.writeString(sources.resolve("Main.java"), APPLICATION);
        Path classes = folder.resolve("classes");
        StringWriter problems = new StringWriter();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        problems,
                        null,
                        null,
                        List.of("--module-path", joined(modulePath(ANNOTATIONS)), "-d", classes.toString()),
                        null,
                        ToolProvider.getSystemJavaCompiler()
                                .getStandardFileManager(null, null, UTF_8)
                                .getJavaFileObjects(moduleInfo, main))
                .call();
        assertThat(compiled).as(problems.toString()).isTrue();
        return classes;
    }

    private static String run(List<Path> path) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--module-path",
                        joined(path),
                        "--module",
                        "application/application.Main")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
