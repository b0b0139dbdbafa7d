package io.github.iamsmart.samples.documentation;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.IamSmartConnectionDetails;

/** What an application gets: the compiled code of the core and of the starter, without tests and simulator. */
final class Jars {

    static final JavaClasses CORE = classesOf(IamSmartClient.class);
    static final JavaClasses STARTER = classesOf(IamSmartConnectionDetails.class);

    private Jars() {}

    private static JavaClasses classesOf(Class<?> one) {
        return new ClassFileImporter()
                .importUrl(one.getProtectionDomain().getCodeSource().getLocation());
    }
}
