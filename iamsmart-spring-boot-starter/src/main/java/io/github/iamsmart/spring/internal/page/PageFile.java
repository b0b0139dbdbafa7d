package io.github.iamsmart.spring.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.spring.internal.web.Digests;

/** A file that pages load from the application. Its address has a digest of its content, so that it may be kept. */
public enum PageFile {
    /** The style of our pages. */
    STYLE("iamsmart.css", "text/css;charset=UTF-8"),
    /** Keeps a waiting page up to date. */
    SCRIPT("waiting.js", "text/javascript;charset=UTF-8");

    static final String FOLDER = "/pages/";
    static final String VERSION = "v";

    private final String name;
    private final String contentType;
    private final String text;
    private final String version;

    PageFile(String name, String contentType) {
        this.name = name;
        this.contentType = contentType;
        this.text = PageResource.text(name);
        this.version = Digests.of(text).substring(0, 16);
    }

    /** {@return where it is, below the path prefix} */
    public String path() {
        return FOLDER + name + "?" + VERSION + "=" + version;
    }

    String text() {
        return text;
    }

    byte[] bytes() {
        return text.getBytes(UTF_8);
    }

    String contentType() {
        return contentType;
    }

    String version() {
        return version;
    }
}
