package io.github.iamsmart.samples.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;

/**
 * Pictures of the pages, in {@code target/screenshots}. With {@code -Diamsmart.screenshots=update} the pictures that
 * the guide has already, in {@code docs/screenshots}, are replaced as well; a new one is copied there by hand. They
 * look best where the fonts of Noto are installed (Debian: fonts-noto-core, fonts-noto-cjk).
 */
final class Screenshots {

    private static final Path FRESH = Path.of("target", "screenshots");
    private static final Path GUIDE = Path.of("..", "..", "docs", "screenshots");

    private final boolean update = "update".equals(System.getProperty("iamsmart.screenshots"));

    void take(TakesScreenshot browser, String name) {
        byte[] png = browser.getScreenshotAs(OutputType.BYTES);
        try {
            Path fresh = Files.createDirectories(FRESH).resolve(name + ".png");
            Files.write(fresh, png);
            Path shown = GUIDE.resolve(name + ".png");
            if (update && Files.exists(shown)) {
                Files.copy(fresh, shown, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + name + " cannot be written.", e);
        }
    }
}
