package io.github.iamsmart.spring.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.security.Provider;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.TypeReference;

/**
 * Keeps BouncyCastle's provider, which the core makes and nobody registers: it loads the classes that list its
 * algorithms, and those of the algorithms, by their names. Its jar says nothing of native images. (OkHttp's does.)
 */
final class BouncyCastleHints {

    private static final Pattern LIST =
            Pattern.compile("org/bouncycastle/jcajce/provider/(?:[a-z]++/)++[A-Za-z0-9]++\\$Mappings\\.class");

    private BouncyCastleHints() {}

    static void register(ReflectionHints hints) {
        for (Provider.Service service : new BouncyCastleProvider().getServices()) {
            keep(hints, service.getClassName());
        }
        for (String entry : lists()) {
            keep(hints, entry.replaceFirst("\\.class$", "").replace('/', '.'));
        }
    }

    /** From the entries of the jar, which has none for its folders: no class path can be searched for them. */
    private static List<String> lists() {
        URL provider = Objects.requireNonNull(BouncyCastleProvider.class.getResource("BouncyCastleProvider.class"));
        try {
            URLConnection connection = provider.openConnection();
            return connection instanceof JarURLConnection jar
                    ? jar.getJarFile().stream()
                            .map(entry -> entry.getName())
                            .filter(name -> LIST.matcher(name).matches())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The jar of BouncyCastle cannot be read.", e);
        }
    }

    private static void keep(ReflectionHints hints, String className) {
        hints.registerType(TypeReference.of(className), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
    }
}
