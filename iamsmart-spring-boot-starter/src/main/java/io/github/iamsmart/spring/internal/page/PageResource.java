package io.github.iamsmart.spring.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files of this jar that pages are made of. */
final class PageResource {

    private PageResource() {}

    /** {@return the text of a file beside this class, without the line end at its end} */
    static String text(String name) {
        try (InputStream stream = PageResource.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar lacks " + name + ".");
            }
            return new String(stream.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
