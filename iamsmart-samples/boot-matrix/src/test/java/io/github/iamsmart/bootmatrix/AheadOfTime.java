package io.github.iamsmart.bootmatrix;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.springframework.boot.SpringApplicationAotProcessor;

/** An application that was processed ahead of time, as Spring Boot's build plugins do it. */
final class AheadOfTime {

    private final Path sources;
    private final Path resources;
    private final Path classes;

    private AheadOfTime(Path folder) {
        this.sources = folder.resolve("sources");
        this.resources = folder.resolve("resources");
        this.classes = folder.resolve("classes");
    }

    /** Processes {@link AotApplication} with the properties that the build has. */
    static AheadOfTime process(Path folder, String... properties) throws Exception {
        AheadOfTime result = new AheadOfTime(folder);
        List<String> arguments = new ArrayList<>(List.of(
                AotApplication.class.getName(),
                result.sources.toString(),
                result.resources.toString(),
                result.classes.toString(),
                "io.github.iamsmart",
                "aot-application"));
        arguments.addAll(Arrays.asList(properties));
        SpringApplicationAotProcessor.main(arguments.toArray(String[]::new));
        return result;
    }

    /** The generated sources by their names. */
    Map<String, String> sources() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : javaFiles()) {
            texts.put(sources.relativize(file).toString(), Files.readString(file));
        }
        return texts;
    }

    private List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    void compile() throws IOException {
        Files.createDirectories(classes);
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-encoding", "UTF-8", "-cp", Jvm.classPath(), "-d", classes.toString()));
        javaFiles().forEach(file -> arguments.add(file.toString()));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, System.out, System.err, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("The generated sources cannot be compiled.");
        }
    }

    /** Starts the application in a JVM of its own, and returns what it prints. */
    String run(String... properties) throws IOException, InterruptedException {
        return run(Jvm.classPath(), properties);
    }

    /** Starts it from a jar into which the build has not put the simulator. */
    String runWithoutSimulator(String... properties) throws IOException, InterruptedException {
        return run(Jvm.classPathWithout("simulator"), properties);
    }

    private String run(String classPath, String... properties) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("--logging.level.root=error", "--server.port=0", "--iamsmart.simulator.port=0"));
        arguments.addAll(Arrays.asList(properties));
        return Jvm.run(
                String.join(File.pathSeparator, classes.toString(), resources.toString(), classPath),
                List.of("-Dspring.aot.enabled=true", "-Dlog.file=" + classes.resolveSibling("aot.log")),
                AotApplication.class,
                arguments.toArray(String[]::new));
    }
}
