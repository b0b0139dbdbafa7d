package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** In a native image there are only the files that somebody has asked for. */
class IamSmartRuntimeHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    IamSmartRuntimeHintsTest() {
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class, (type, name, problem) -> {})
                .stream()
                .filter(one -> one.getClass().getPackageName().startsWith("io.github.iamsmart."))
                .forEach(one -> one.registerHints(hints, getClass().getClassLoader()));
    }

    /** Everything in the jars of the starter and the core that is no class. */
    private static List<String> files() throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver().getResources("classpath*:io/github/iamsmart/**/*.*");
        return Stream.of(found)
                .map(IamSmartRuntimeHintsTest::url)
                .filter(url ->
                        !url.endsWith(".class") && !url.contains("/test-classes/") && !url.contains("/simulator/"))
                .map(url -> url.substring(url.indexOf("io/github/iamsmart/")))
                .distinct()
                .toList();
    }

    private static String url(Resource resource) {
        try {
            URL url = resource.getURL();
            return url.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsEveryFileThatIsRead() throws IOException {
        List<String> files = files();

        assertThat(files)
                .contains(
                        "io/github/iamsmart/spring/internal/page/small.html",
                        "io/github/iamsmart/spring/internal/page/waiting.js",
                        "io/github/iamsmart/spring/internal/text/sign-in-messages_zh_HK.properties",
                        "io/github/iamsmart/error/error-codes.txt");
        assertThat(files)
                .allSatisfy(file -> assertThat(RuntimeHintsPredicates.resource().forResource(file))
                        .as(file)
                        .accepts(hints));
    }

    @Test
    void keepsTheBundlesOfTheMessages() {
        assertThat(List.of(
                        "io.github.iamsmart.spring.internal.text.sign-in-messages",
                        "io.github.iamsmart.spring.internal.page.captions"))
                .allSatisfy(
                        bundle -> assertThat(RuntimeHintsPredicates.resource().forBundle(bundle))
                                .accepts(hints));
    }

    @Test
    void keepsNothingElse() {
        assertThat(RuntimeHintsPredicates.resource().forResource("application.yml"))
                .rejects(hints);
    }
}
