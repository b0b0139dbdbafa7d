package io.github.iamsmart.bootmatrix;

/** A way to run an application. */
enum VisitSetting {
    PLAIN,
    CONTEXT_PATH("server.servlet.context-path=/permits"),
    /** Spring removes the prefix that the proxy writes. */
    PROXY_FRAMEWORK("server.forward-headers-strategy=framework"),
    /** The web server does, which knows of no prefix. */
    PROXY_NATIVE("server.forward-headers-strategy=native"),
    LAZY("spring.main.lazy-initialization=true"),
    VIRTUAL_THREADS("spring.threads.virtual.enabled=true");

    private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;

    private final String[] properties;

    VisitSetting(String... properties) {
        this.properties = properties;
    }

    String[] properties() {
        return properties.clone();
    }

    /** Returns the path at which a browser finds the application. */
    String path() {
        return this == CONTEXT_PATH || this == PROXY_FRAMEWORK ? "/permits" : "";
    }

    boolean behindProxy() {
        return this == PROXY_FRAMEWORK || this == PROXY_NATIVE;
    }

    /** Returns whether this JVM can do it. */
    boolean possible() {
        return this != VIRTUAL_THREADS || Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS;
    }
}
