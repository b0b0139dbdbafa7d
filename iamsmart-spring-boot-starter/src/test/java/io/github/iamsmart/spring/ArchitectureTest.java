package io.github.iamsmart.spring;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import io.github.iamsmart.spring.signin.SignInSuccessHandler;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            "tools.jackson.");

    private static final String ROOT = "io.github.iamsmart.spring";

    private static final JavaClasses STARTER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

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
    void beanMethodsAreForSpringAlone() {
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should()
                .bePackagePrivate()
                .check(STARTER);
    }

    /** What an application replaces by a bean of its own. */
    private static final Set<Class<?>> GIVES_WAY = Set.of(
            AnswerPartStore.class,
            CekStore.class,
            IamSmartClient.class,
            IamSmartConnectionDetails.class,
            IamSmartRequests.class,
            IamSmartSimulator.class,
            KekKeyPair.class,
            RequestStore.class,
            SignInFailureHandler.class,
            SignInReplayStore.class,
            SignInSuccessHandler.class,
            SignatureVerifier.class);

    /** What an application replaces by a bean of the same name. */
    private static final Set<String> GIVES_WAY_BY_NAME = Set.of("iamSmartAssociationFiles", "iamsmartHealthIndicator");

    @Test
    void onlyBeansThatAnApplicationCanReplaceGiveWay() {
        Set<String> types = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (JavaClass type : STARTER) {
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(ConditionalOnMissingBean.class)) {
                    String[] named = method.getAnnotationOfType(ConditionalOnMissingBean.class)
                            .name();
                    names.addAll(List.of(named));
                    if (named.length == 0) {
                        types.add(method.getRawReturnType().getName());
                    }
                }
            }
        }
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(
                        GIVES_WAY.stream().map(Class::getName).toList());
        assertThat(names).containsExactlyInAnyOrderElementsOf(GIVES_WAY_BY_NAME);
    }

    /** A final class can be replaced by another instance of it, if applications can make one. */
    @Test
    void whatGivesWayCanBeImplementedOrMadeByAnApplication() {
        assertThat(GIVES_WAY).allSatisfy(type -> {
            assertThat(type).isPublic();
            assertThat(type.isInterface() || hasPublicFactory(type))
                    .as(type + " is an interface, or has a public way to be made")
                    .isTrue();
            assertThat(List.of(type.getDeclaredMethods()))
                    .as("public methods of " + type)
                    .anyMatch(method ->
                            Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()));
        });
    }

    private static boolean hasPublicFactory(Class<?> type) {
        return type.getConstructors().length > 0
                || Stream.of(type.getMethods()).anyMatch(method -> Modifier.isStatic(method.getModifiers()));
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

    /** From the ground up: each package depends on those above it in this list alone, so that there is no cycle. */
    private static final List<String> FLOORS = List.of(
            ".internal.text",
            ".internal.limit",
            ".signin",
            "",
            ".requests",
            ".internal.properties",
            ".internal.store",
            ".internal.store.jdbc",
            ".internal.store.redis",
            ".internal.diagnostics",
            ".internal.background",
            ".internal.web",
            ".internal.page",
            ".internal.callback",
            ".internal.association",
            ".internal.health",
            ".internal.requests",
            ".internal.waiting",
            ".internal.signin.page",
            ".internal.signin",
            ".internal.signin.handler",
            ".internal.directlogin",
            ".internal.begin",
            ".internal.simulator",
            ".internal.settings",
            ".internal.keys",
            ".internal.client",
            ".internal.registry",
            ".autoconfigure");

    private static int floor(JavaClass type) {
        int floor = FLOORS.indexOf(type.getPackageName().substring(ROOT.length()));
        assertThat(floor).as("the floor of " + type.getName()).isNotNegative();
        return floor;
    }

    @Test
    void packagesDependInOneDirection() {
        assertThat(STARTER.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(one -> isOfTheStarter(one.getTargetClass().getBaseComponentType()))
                        .filter(one -> floor(one.getTargetClass().getBaseComponentType()) > floor(one.getOriginClass()))
                        .map(Dependency::getDescription))
                .isEmpty();
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..spring.requests..",
                        "..spring.signin..",
                        "..spring.internal.association..",
                        "..spring.internal.background..",
                        "..spring.internal.begin..",
                        "..spring.internal.callback..",
                        "..spring.internal.directlogin..",
                        "..spring.internal.health..",
                        "..spring.internal.limit..",
                        "..spring.internal.page..",
                        "..spring.internal.requests..",
                        "..spring.internal.signin..",
                        "..spring.internal.text..",
                        "..spring.internal.waiting..",
                        "..spring.internal.web..")
                .and()
                .doNotHaveSimpleName("Boot3HealthIndicator")
                .and()
                .doNotHaveSimpleName("Boot4HealthIndicator")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..spring.autoconfigure..", "..spring.internal.simulator..", "org.springframework.boot..")
                .check(STARTER);
    }

    private static boolean isOfTheStarter(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** The starter is an application of the core: it needs nothing that other applications do not have. */
    @Test
    void nothingDependsOnTheInsidesOfTheCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.iamsmart.internal..")
                .check(STARTER);
    }

    @Test
    void noTwoNamesDifferByAnSAlone() {
        Set<String> names = STARTER.stream()
                .filter(type -> !type.isNestedClass())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(names).noneMatch(name -> names.contains(name + "s"));
    }

    @Test
    void onlyItsOwnCornerKnowsTheSimulator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.iamsmart.spring.internal.simulator..")
                .and()
                .doNotHaveSimpleName("IamSmartSimulatorAutoConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.iamsmart.simulator..")
                .check(STARTER);
    }

    /** A kind of request is a value: what is good for one is good for all, those of applications included. */
    @Test
    void noKindOfRequestIsTreatedAsASpecialCase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.iamsmart.bulksigning..",
                        "io.github.iamsmart.formfilling..",
                        "io.github.iamsmart.reauth..",
                        "io.github.iamsmart.profile..",
                        "io.github.iamsmart.ccic..")
                .check(STARTER);
    }
}
