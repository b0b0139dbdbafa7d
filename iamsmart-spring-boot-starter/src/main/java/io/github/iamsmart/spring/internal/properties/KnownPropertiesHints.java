package io.github.iamsmart.spring.internal.properties;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Keeps the metadata in a native image, and the types of values, whose words a failed start names. */
public final class KnownPropertiesHints implements RuntimeHintsRegistrar {

    /** Creates it. */
    public KnownPropertiesHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern(KnownProperties.METADATA);
        for (KnownProperty property : KnownProperties.ofThisJar().all()) {
            if (!property.type().contains("<")) {
                hints.reflection()
                        .registerTypeIfPresent(classLoader, property.type(), MemberCategory.INVOKE_PUBLIC_METHODS);
            }
        }
    }
}
