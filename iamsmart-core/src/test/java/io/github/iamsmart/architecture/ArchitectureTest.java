package io.github.iamsmart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.internal.gateway.HttpSender;
import io.github.iamsmart.internal.gateway.HttpSettings;
import io.github.iamsmart.internal.gateway.SignedCalls;
import io.github.iamsmart.internal.signature.RevocationFetch;
import io.github.iamsmart.requests.Requests;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.security.Security;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The shape of the house: what may use what, and what nobody may do. */
class ArchitectureTest {

    private static final String CONNECTION = "io.github.iamsmart.internal.gateway.connection";

    /** Looks at hosts that nobody would trust, and sends them nothing of the client. */
    private static final String SELF_CHECK = "io.github.iamsmart.internal.selfcheck";

    static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/iamsmart/simulator/"))
            .importPackages(Floors.ROOT);

    @Test
    void seesTheWholeCore() {
        assertThat(CORE).hasSizeGreaterThan(60);
        assertThat(CORE.contain(SignedCalls.class)).isTrue();
    }

    @Test
    void anUpperFloorUsesALowerOneAndNeverTheReverse() {
        classes().should(new Floors()).check(CORE);
    }

    @Test
    void hasNoCycles() {
        slices().matching(Floors.ROOT + ".(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void showsNoTypeOfALibraryOrOfItsInternalsInItsPublicApi() {
        classes()
                .that(describe("are public API", ArchitectureTest::isPublicApi))
                .should(new SealedSignatures())
                .check(CORE);
    }

    private static boolean isPublicApi(JavaClass type) {
        return !type.getPackageName().contains(".internal") && SealedSignatures.isVisible(type);
    }

    /** Names that a reader cannot tell apart: {@code AnonymousRequest} and {@code AnonymousRequests}. */
    @Test
    void hasNoTwoTypesWhoseNamesDifferByAnS() {
        Set<String> names = CORE.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());

        assertThat(names).noneMatch(name -> names.contains(name + "s"));
    }

    /** What an application calls stands in interfaces, which it can stub; who implements them is nobody's business. */
    @Test
    void implementsEveryFlowBehindAnInterface() {
        Set<JavaClass> accessed = CORE.get(IamSmartClient.class).getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaMethod::getRawReturnType)
                .filter(type -> type.getSimpleName().endsWith("Api") || type.isEquivalentTo(Requests.class))
                .collect(Collectors.toSet());

        assertThat(accessed).hasSizeGreaterThan(8).allMatch(JavaClass::isInterface);
    }

    @Test
    void marksEveryPackageForNullness() {
        Set<JavaPackage> packages = CORE.getPackage(Floors.ROOT).getSubpackagesInTree();
        assertThat(packages).hasSizeGreaterThan(10).allSatisfy(each -> {
            if (!each.getClasses().isEmpty()) {
                assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as(each.getName())
                        .isTrue();
            }
        });
        assertThat(CORE.getPackage(Floors.ROOT).isAnnotatedWith(NullMarked.class))
                .isTrue();
    }

    @Test
    void hasNoPackageForThisAndThat() {
        Set<String> vague = Set.of("util", "utils", "common", "helper", "helpers", "impl", "manager", "misc");
        assertThat(CORE)
                .allSatisfy(
                        type -> assertThat(Arrays.asList(type.getPackageName().split("\\.")))
                                .doesNotContainAnyElementsOf(vague));
    }

    @Test
    void registersNoSecurityProvider() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(describe("Security", type -> type.isEquivalentTo(Security.class))))
                        .and(target(nameMatching("addProvider|insertProviderAt|removeProvider|setProperty"))))
                .check(CORE);
    }

    @Test
    void writesToNoStandardStream() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    }

    @Test
    void keepsNothingInThreads() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(CORE);
    }

    @Test
    void hasNoStaticStateThatChanges() {
        fields().that().areStatic().should().beFinal().check(CORE);
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(new Unchanging())
                .check(CORE);
    }

    @Test
    void sendsFromOnePlace() {
        methods()
                .that()
                .areDeclaredIn(HttpSender.class)
                .and()
                .haveName("post")
                .should()
                .onlyBeCalled()
                .byClassesThat()
                .areAssignableTo(SignedCalls.class)
                .check(CORE);
        // Certification authorities are asked about revocations in clear, and hear nothing of the gateway's.
        Set<String> speakers = Set.of(
                HttpSender.class.getName(),
                HttpSettings.class.getName(),
                RevocationFetch.class.getName(),
                "io.github.iamsmart.internal.gateway.RetryAfter");
        noClasses()
                .that(describe(
                        "do not speak HTTP",
                        type -> !speakers.contains(type.getName().replaceAll("\\$.*", ""))
                                && !type.getPackageName().equals(CONNECTION)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio..", "java.net.http.."))
                .check(CORE);
        noClasses()
                .that()
                .resideOutsideOfPackages(CONNECTION, SELF_CHECK)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpURLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Socket.class)
                .check(CORE);
    }
}
