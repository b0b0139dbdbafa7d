package io.github.iamsmart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.iamsmart.IamSmartClient;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the module exports, and nothing else, is the public API. */
class ModuleTest {

    private static ModuleDescriptor module() throws IOException {
        Path classes = Path.of(URI.create(IamSmartClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor);
        }
    }

    @Test
    void exportsEveryPackageButTheInternalOnesToEverybody() throws IOException {
        Set<String> packages = ArchitectureTest.CORE.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .filter(name -> !name.contains(".internal"))
                .collect(Collectors.toSet());

        assertThat(module().exports())
                .allMatch(export -> !export.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(packages);
        assertThat(module().opens()).isEmpty();
    }

    /** Who signs no PDF needs no PDFBox, and nobody needs our annotations at run time. */
    @Test
    void requiresAtRunTimeWhatTheDocumentationNames() throws IOException {
        assertThat(module().requires().stream()
                        .filter(each -> !each.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                        .map(ModuleDescriptor.Requires::name))
                .containsExactlyInAnyOrder(
                        "java.base",
                        "com.fasterxml.jackson.databind",
                        "okhttp3",
                        "okio",
                        "org.bouncycastle.pkix",
                        "org.bouncycastle.provider",
                        "org.slf4j");
    }
}
