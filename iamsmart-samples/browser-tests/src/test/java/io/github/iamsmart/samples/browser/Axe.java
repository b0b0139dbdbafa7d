package io.github.iamsmart.samples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** The accessibility rules of axe-core, asked of the page that is there now. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String RUN = """
            const done = arguments[0];
            axe.run(document, {resultTypes: ['violations']}).then(found => done(found.violations
                .filter(one => one.impact !== 'minor')
                .flatMap(one => one.nodes.map(node => one.impact + ' ' + one.id + ': ' + node.html))),
                failed => done(['axe failed: ' + failed]));""";

    private Axe() {}

    /** Nothing critical, serious or moderate. */
    static void expectNothing(ChromeDriver browser) {
        assertThat(violations(browser)).as("axe on %s", browser.getCurrentUrl()).isEmpty();
    }

    /** What is critical, serious or moderate, with the place. */
    static List<String> violations(ChromeDriver browser) {
        browser.executeScript(SCRIPT);
        return ((List<?>) Objects.requireNonNull(browser.executeAsyncScript(RUN)))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
