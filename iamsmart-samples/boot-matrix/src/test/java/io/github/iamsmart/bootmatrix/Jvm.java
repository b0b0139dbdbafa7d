package io.github.iamsmart.bootmatrix;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs in a JVM of their own, whose class path is a part of that of the tests. */
final class Jvm {

    private static final int MINUTES = 4;

    private Jvm() {}

    /** Returns the class path of the tests. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Returns the class path of the tests without the entries in which one of the patterns is found. */
    static String classPathWithout(String... patterns) {
        Pattern left = Pattern.compile(String.join("|", patterns));
        return Stream.of(classPath().split(File.pathSeparator))
                .filter(entry -> !left.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs a program to its end, and returns what it prints. */
    static String run(String classPath, List<String> options, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("jvm", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            String printed = Files.readString(output, Charset.defaultCharset());
            if (!ended) {
                throw new IllegalStateException("It did not end. It printed:\n" + printed);
            }
            return printed;
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
