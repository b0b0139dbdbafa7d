package io.github.iamsmart.samples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a page names a class of the SDK and a member of it, as in {@code Scope.SIGN}, the class has that member. */
class MembersInPagesTest {

    private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");
    private static final Pattern MEMBER = Pattern.compile("(?<![\\w.])([A-Z]\\w*[a-z]\\w*)\\.([A-Za-z]\\w*)");
    private static final Map<String, Set<String>> MEMBERS = members();

    static Stream<MarkdownPage> pages() {
        return MarkdownPage.allOf(Path.of("..", "..").toAbsolutePath().normalize()).stream()
                .filter(page -> !page.toString().equals("CHANGELOG.md")); // it names what is gone, too
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void areThere(MarkdownPage page) {
        List<String> unknown = CODE.matcher(page.text().replaceAll("(?ms)^```.*?^```$", ""))
                .results()
                .flatMap(code -> MEMBER.matcher(code.group(1)).results())
                .filter(named -> MEMBERS.containsKey(named.group(1)))
                .filter(named -> !MEMBERS.get(named.group(1)).contains(named.group(2)))
                .map(named -> named.group())
                .toList();

        assertThat(unknown).isEmpty();
    }

    /** Of classes with the same simple name, the members of all. */
    private static Map<String, Set<String>> members() {
        Map<String, Set<String>> members = new HashMap<>();
        Stream.concat(Jars.CORE.stream(), Jars.STARTER.stream()).forEach(type -> {
            Set<String> names = members.computeIfAbsent(type.getSimpleName(), key -> new HashSet<>());
            type.getAllMembers().stream().map(JavaMember::getName).forEach(names::add);
        });
        Stream.concat(Jars.CORE.stream(), Jars.STARTER.stream())
                .forEach(type -> type.getEnclosingClass()
                        .map(JavaClass::getSimpleName)
                        .ifPresent(outer -> members.computeIfAbsent(outer, key -> new HashSet<>())
                                .add(type.getSimpleName())));
        return members;
    }
}
