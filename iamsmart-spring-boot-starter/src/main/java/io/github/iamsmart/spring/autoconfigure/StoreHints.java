package io.github.iamsmart.spring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Keeps the scripts of the stores in a native image. */
final class StoreHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("io/github/iamsmart/**/*.lua");
        hints.resources().registerPattern("io/github/iamsmart/**/*.sql");
    }
}
