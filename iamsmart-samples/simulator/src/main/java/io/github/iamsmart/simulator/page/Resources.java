package io.github.iamsmart.simulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files beside a class. */
public final class Resources {
    private Resources() {}

    /** A file beside this class. */
    static String text(String name) {
        return text(Resources.class, name);
    }

    /** A file beside a class. */
    public static String text(Class<?> home, String name) {
        try (InputStream in = home.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("There is no resource " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The page resource " + name + " of " + home.getPackageName() + " cannot be read.", e);
        }
    }
}
