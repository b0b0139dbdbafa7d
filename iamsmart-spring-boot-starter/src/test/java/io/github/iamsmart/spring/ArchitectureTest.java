package io.github.iamsmart.spring;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What keeps one jar working on Spring Boot 3.5 and 4, and its auto-configurations as they are expected to be. */
class ArchitectureTest {

    /** Where types were in Spring Boot 3 that are elsewhere in 4, or the other way round. */
    private static final List<String> MOVED = List.of(
            "org.springframework.boot.actuate.health.",
            "org.springframework.boot.actuate.autoconfigure.",
            "org.springframework.boot.health.",
            "org.springframework.boot.autoconfigure.web.",
            "org.springframework.boot.webmvc.",
            "org.springframework.boot.autoconfigure.jackson.",
            "org.springframework.boot.jackson.",
            "org.springframework.boot.autoconfigure.security.",
            "org.springframework.boot.security.",
            "org.springframework.boot.autoconfigure.data.",
            "org.springframework.boot.autoconfigure.jdbc.",
            "org.springframework.boot.web.client.",
            "org.springframework.boot.restclient.",
            "org.springframework.boot.env.",
            "com.fasterxml.jackson.",
            "tools.jackson.");

    private static final JavaClasses STARTER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.iamsmart.spring");

    /** Who is loaded on one line of Spring Boot alone, and the types of that line that it may name. */
    private static final Map<String, String> OF_ONE_LINE = Map.of(
            "Boot3HealthIndicator", "org.springframework.boot.actuate.health.",
            "Boot4HealthIndicator", "org.springframework.boot.health.contributor.");

    @Test
    void dependsOnNoTypeThatMovedBetweenTheLinesOfSpringBoot() {
        noClasses()
                .that(describe("are loaded on every line", type -> !OF_ONE_LINE.containsKey(type.getSimpleName())))
                .should()
                .dependOnClassesThat(moved(""))
                .check(STARTER);
        OF_ONE_LINE.forEach((name, line) -> noClasses()
                .that()
                .haveSimpleName(name)
                .should()
                .dependOnClassesThat(moved(line))
                .check(STARTER));
    }

    private static DescribedPredicate<JavaClass> moved(String except) {
        return describe(
                "moved between Spring Boot 3 and 4",
                type -> MOVED.stream().anyMatch(type.getName()::startsWith)
                        && (except.isEmpty() || !type.getName().startsWith(except)));
    }

    @Test
    void whatIsLoadedOnOneLineAloneIsNamedInItsOwnConfigurationAlone() {
        OF_ONE_LINE
                .keySet()
                .forEach(name -> noClasses()
                        .that()
                        .doNotHaveSimpleName(name)
                        .and()
                        .doNotHaveSimpleName(name.substring(0, "Boot3".length()))
                        .should()
                        .dependOnClassesThat()
                        .haveSimpleName(name)
                        .check(STARTER));
    }

    @Test
    void autoConfigurationsAreFinalAndListed() throws IOException {
        classes()
                .that()
                .areAnnotatedWith(AutoConfiguration.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .bePublic()
                .andShould()
                .haveSimpleNameEndingWith("AutoConfiguration")
                .check(STARTER);
        List<String> annotated = STARTER.stream()
                .filter(type -> type.isAnnotatedWith(AutoConfiguration.class))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        assertThat(listed()).containsExactlyElementsOf(annotated);
    }

    private static List<String> listed() throws IOException {
        // From beside the classes: other jars have a file of this name too.
        URI classes = URI.create(IamSmartConnectionDetails.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        Path imports = Path.of(classes).resolve("META-INF/spring/" + AutoConfiguration.class.getName() + ".imports");
        return Files.readAllLines(imports).stream().sorted().toList();
    }

    @Test
    void beanMethodsAreForSpringAloneAndGiveWay() {
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .beAnnotatedWith(ConditionalOnMissingBean.class)
                .check(STARTER);
    }

    @Test
    void propertiesAreRecords() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .check(STARTER);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(STARTER);
    }

    @Test
    void packagesDependInOneDirection() {
        slices().matching("io.github.iamsmart.spring.(*)..")
                .should()
                .beFreeOfCycles()
                .check(STARTER);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..spring.browser..",
                        "..spring.callback..",
                        "..spring.health..",
                        "..spring.requests..",
                        "..spring.signin..")
                .and()
                .doNotHaveSimpleName("Boot3HealthIndicator")
                .and()
                .doNotHaveSimpleName("Boot4HealthIndicator")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..spring.autoconfigure..", "..spring.simulator..", "org.springframework.boot..")
                .check(STARTER);
    }

    @Test
    void onlyItsOwnCornerKnowsTheSimulator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.iamsmart.spring.simulator..")
                .and()
                .doNotHaveSimpleName("IamSmartSimulatorAutoConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.iamsmart.simulator..")
                .check(STARTER);
    }
}
