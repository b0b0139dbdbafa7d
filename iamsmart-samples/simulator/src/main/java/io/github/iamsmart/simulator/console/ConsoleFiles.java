package io.github.iamsmart.simulator.console;

import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.page.Resources;

/** The style and the script of the console, which are files so that its pages have neither inside. */
final class ConsoleFiles {
    private static final String CSS = Resources.text(ConsoleFiles.class, "console.css");
    private static final String SCRIPT = Resources.text(ConsoleFiles.class, "console.js");

    private ConsoleFiles() {}

    static HttpAnswer css() {
        return file("text/css; charset=utf-8", CSS);
    }

    static HttpAnswer script() {
        return file("text/javascript; charset=utf-8", SCRIPT);
    }

    private static HttpAnswer file(String type, String text) {
        return HttpAnswer.text(200, type, text)
                .with("Cache-Control", "no-cache")
                .with("X-Content-Type-Options", "nosniff");
    }
}
