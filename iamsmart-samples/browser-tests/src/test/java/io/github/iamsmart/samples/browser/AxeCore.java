package io.github.iamsmart.samples.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The rules by which axe-core judges pages. Nothing is ever downloaded: {@code IAMSMART_AXE} names the file
 * {@code axe.min.js} ({@code npm pack axe-core}); where it is not set, pages are judged by
 * {@link Visitor#expectAGoodPage} alone.
 */
final class AxeCore {

    private static final Optional<String> SOURCE = read();

    private AxeCore() {}

    /** Each rule that the page breaks, with the places; empty where there is no axe-core. */
    static List<String> violations(ChromeDriver browser) {
        if (SOURCE.isEmpty()) {
            return List.of();
        }
        browser.executeScript(SOURCE.get());
        Object found = browser.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document, {resultTypes: ['violations']}).then(
                  results => done(results.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html))),
                  problem => done([String(problem)]));
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static Optional<String> read() {
        return Optional.ofNullable(System.getenv("IAMSMART_AXE")).map(file -> {
            try {
                return Files.readString(Path.of(file));
            } catch (IOException e) {
                throw new UncheckedIOException("IAMSMART_AXE names a file that cannot be read.", e);
            }
        });
    }
}
