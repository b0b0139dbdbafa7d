package io.github.iamsmart.samples.browser;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The site, somebody at a computer and somebody with a phone alone: once for all tests, because starting takes long.
 */
final class Stage implements AutoCloseable {

    private final Site site = new Site();
    private final Visitor computer;
    private final Visitor handset;

    private Stage() {
        Chromium chromium = Chromium.find().orElseThrow();
        computer = new Visitor(chromium.desktop(), site);
        handset = new Visitor(chromium.phone(), site);
    }

    static Stage of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
    }

    Site site() {
        return site;
    }

    Visitor computer() {
        return computer;
    }

    Visitor handset() {
        return handset;
    }

    @Override
    public void close() {
        handset.close();
        computer.close();
        site.close();
    }
}
