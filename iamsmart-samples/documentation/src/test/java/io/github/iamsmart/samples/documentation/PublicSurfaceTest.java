package io.github.iamsmart.samples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * What is public is for applications. Its signatures name nothing that is internal, and each type is one that the guide
 * shows, or that such a type leads to by its signatures: none is public because another package of ours needs it.
 */
class PublicSurfaceTest {

    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Set<JavaClass> CLASSES =
            Stream.of(Jars.CORE, Jars.STARTER).flatMap(JavaClasses::stream).collect(Collectors.toSet());

    /** They list what there is, or was, and show nobody how to use it. */
    private static final Set<String> LISTS = Set.of("CHANGELOG.md", "design.md");

    @Test
    void showsNothingThatIsInternal() {
        assertThat(publicTypes())
                .allSatisfy(type -> assertThat(shown(type).map(JavaClass::getName))
                        .as("the types in public and protected signatures of %s", type.getName())
                        .noneMatch(name -> name.startsWith("io.github.iamsmart.") && name.contains(".internal.")));
    }

    @Test
    void isWhatApplicationsUse() {
        Set<String> reached = reachedFrom(type -> isShownInTheGuide(type) || isAutoConfiguration(type));

        assertThat(publicTypes().map(JavaClass::getName).sorted())
                .as("public, but neither in the guide nor led to by what is")
                .allMatch(reached::contains);
    }

    @Test
    void isReachedOnlyWhereASignatureLeads() {
        assertThat(reachedFrom(type -> type.getSimpleName().equals("ErrorCode")))
                .contains("io.github.iamsmart.error.ErrorCode", "io.github.iamsmart.error.ErrorCategory")
                .doesNotContain("io.github.iamsmart.IamSmartClient");
    }

    private static Stream<JavaClass> publicTypes() {
        return CLASSES.stream().filter(PublicSurfaceTest::isPublic);
    }

    private static boolean isPublic(JavaClass type) {
        return !type.getPackageName().contains(".internal")
                && !type.getSimpleName().endsWith("-info")
                && isVisible(type)
                && type.getEnclosingClass().map(PublicSurfaceTest::isPublic).orElse(true);
    }

    private static boolean isVisible(HasModifiers member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    /** An application names it to exclude it. */
    private static boolean isAutoConfiguration(JavaClass type) {
        return type.isAnnotatedWith(AutoConfiguration.class);
    }

    private static final Pattern CODE = Pattern.compile("(?m)^```[\\s\\S]*?^```|`[^`\\n]+`");

    /** The code of the guide, in blocks and in lines. */
    private static final String GUIDE = MarkdownPage.allOf(REPOSITORY).stream()
            .filter(page -> !LISTS.contains(page.file().getFileName().toString()))
            .flatMap(page -> CODE.matcher(page.text()).results())
            .map(MatchResult::group)
            .collect(Collectors.joining("\n"));

    private static boolean isShownInTheGuide(JavaClass type) {
        return !type.isNestedClass()
                && Pattern.compile("\\b" + type.getSimpleName() + "\\b")
                        .matcher(GUIDE)
                        .find();
    }

    private static Set<String> reachedFrom(Predicate<JavaClass> entry) {
        Set<String> reached = new HashSet<>();
        Deque<JavaClass> next = new ArrayDeque<>(publicTypes().filter(entry).toList());
        while (!next.isEmpty()) {
            JavaClass type = next.pop();
            if (CLASSES.contains(type) && reached.add(type.getName())) {
                next.addAll(shown(type).toList());
                next.addAll(family(type).toList());
            }
        }
        return reached;
    }

    /** Who has a sealed type meets its cases; who has a nested type knows where it is, and the other way round. */
    private static Stream<JavaClass> family(JavaClass type) {
        Stream<JavaClass> cases =
                type.getSubclasses().stream().filter(one -> one.getPackage().equals(type.getPackage()));
        Stream<JavaClass> nested = CLASSES.stream()
                .filter(one -> one.getEnclosingClass().filter(type::equals).isPresent());
        return Stream.of(cases, nested, type.getEnclosingClass().stream())
                .flatMap(types -> types)
                .filter(PublicSurfaceTest::isVisible);
    }

    /** Every type in the signatures that an application sees: supertypes, fields, methods, and their type arguments. */
    private static Stream<JavaClass> shown(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> members = type.getMembers().stream()
                .filter(PublicSurfaceTest::isVisible)
                .flatMap(member -> types(member).stream());
        return Stream.of(supertypes, members, type.getTypeParameters().stream())
                .flatMap(types -> types)
                .flatMap(one -> one.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType);
    }

    private static List<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return List.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream(),
                        unit.getTypeParameters().stream())
                .<JavaType>flatMap(types -> types)
                .toList();
    }
}
