package io.github.iamsmart.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.spring.autoconfigure.IamSmartAutoConfiguration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The jar has a module name of its own, which does not change with the name of its file. */
class ModuleNameIT {

    private static Path jar() throws Exception {
        return Path.of(IamSmartAutoConfiguration.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @Test
    void isNamedAfterItsPackage() throws Exception {
        assertThat(jar()).as("run after the jar is made").hasExtension("jar");
        Optional<ModuleDescriptor> module =
                ModuleFinder.of(jar()).find("io.github.iamsmart.spring").map(ModuleReference::descriptor);

        assertThat(module).hasValueSatisfying(found -> {
            assertThat(found.isAutomatic()).isTrue();
            assertThat(found.packages()).allMatch(name -> name.startsWith("io.github.iamsmart.spring"));
        });
    }
}
