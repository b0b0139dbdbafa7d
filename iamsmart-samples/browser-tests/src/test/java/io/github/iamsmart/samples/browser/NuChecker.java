package io.github.iamsmart.samples.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** The Nu HTML checker of the W3C, apart from everything else on the class path. */
final class NuChecker {

    private static final Path JARS = Path.of("nu-checker", "target", "checker");
    private static final long STACK_BYTES = 16L << 20;
    private static final Class<?> VALIDATOR = validator();

    private NuChecker() {}

    /**
     * {@return the errors and warnings of a page, one a line with its place}
     *
     * @param html the page's source
     */
    static List<String> complaints(String html) {
        // Its schemas are deeper than an ordinary stack.
        FutureTask<List<String>> task = new FutureTask<>(() -> check(html));
        new Thread(null, task, "nu-checker", STACK_BYTES).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The Nu checker failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> check(String html) {
        try {
            Object validator = VALIDATOR.getConstructor().newInstance();
            Method format = Arrays.stream(VALIDATOR.getMethods())
                    .filter(method -> method.getName().equals("setOutputFormat"))
                    .findFirst()
                    .orElseThrow();
            format.invoke(validator, gnu(format.getParameterTypes()[0]));
            Object report = VALIDATOR
                    .getMethod("validate", InputStream.class)
                    .invoke(validator, new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            return String.valueOf(report)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The Nu checker cannot be called.", e);
        }
    }

    private static Object gnu(Class<?> formats) {
        return Arrays.stream(formats.getEnumConstants())
                .filter(format -> format.toString().equals("GNU"))
                .findFirst()
                .orElseThrow();
    }

    private static Class<?> validator() {
        try (Stream<Path> jars = Files.list(JARS)) {
            URL[] urls = jars.map(NuChecker::url).toArray(URL[]::new);
            // Open as long as this JVM lives: classes are loaded from it when they are needed.
            return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())
                    .loadClass("nu.validator.client.EmbeddedValidator");
        } catch (IOException e) {
            throw new UncheckedIOException("The Nu checker is collected by the module iamsmart-nu-checker.", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The Nu checker is not in " + JARS, e);
        }
    }

    private static URL url(Path jar) {
        try {
            return Objects.requireNonNull(jar).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
