package io.github.iamsmart.spring.internal.properties;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Keeps the metadata in a native image. */
public final class KnownPropertiesHints implements RuntimeHintsRegistrar {

    /** Creates it. */
    public KnownPropertiesHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern(KnownProperties.METADATA);
    }
}
