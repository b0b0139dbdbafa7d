package io.github.iamsmart.spring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** Keeps what the SDK reads from its jars where unused files are left out, as in a native image. */
final class IamSmartRuntimeHints implements RuntimeHintsRegistrar {

    private static final String ROOT = "io/github/iamsmart/**/";

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        for (String kind : new String[] {"properties", "html", "css", "txt", "js"}) {
            hints.resources().registerPattern(ROOT + "*." + kind);
        }
        hints.resources().registerResourceBundle("io.github.iamsmart.spring.internal.text.sign-in-messages");
        hints.resources().registerResourceBundle("io.github.iamsmart.spring.internal.page.captions");
        // In which the version of the starter is, for the lines that a failed start shows.
        hints.resources().registerPattern("META-INF/maven/io.github.iamsmart/*/pom.properties");
        ClassLoader loader = classLoader == null ? getClass().getClassLoader() : classLoader;
        SessionHints.register(hints.serialization(), loader);
        BouncyCastleHints.register(hints.reflection());
        // A request that is made up, with which the filter chains of Spring Security are tried out.
        for (String type :
                new String[] {"HttpServletMapping", "HttpServletRequest", "HttpServletResponse", "HttpSession"}) {
            hints.proxies().registerJdkProxy(TypeReference.of("jakarta.servlet.http." + type));
        }
    }
}
