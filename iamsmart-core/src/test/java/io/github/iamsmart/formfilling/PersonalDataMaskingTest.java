package io.github.iamsmart.formfilling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.identity.ChineseName;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.Hkic;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Walks through everything that a result hands out and looks for personal data in its strings. */
class PersonalDataMaskingTest {

    private static final List<String> PERSONAL = List.of(
            "A123456",
            "123456",
            "SAN",
            "Chi Nan",
            "申智能",
            "1990",
            "21234567",
            "31234567",
            "91234567",
            "somebody",
            "example.hk",
            "灣仔",
            "港灣道",
            "華富",
            "華清",
            "東",
            "A1",
            "15",
            "1595",
            "24700",
            "ABERDEEN",
            "Harbour",
            "555777");

    private static final Set<Class<?>> OURS_THAT_MUST_BE_SEEN = Set.of(
            Hkic.class,
            EnglishName.class,
            ChineseName.class,
            Telephone.class,
            EmailAddress.class,
            AddressDocument.class);

    @Test
    void noTypeShowsPersonalDataInItsString() throws Exception {
        byte[] json = SampleResult.JSON.getBytes(StandardCharsets.UTF_8);
        Map<Object, Boolean> seen = new IdentityHashMap<>();
        Deque<Object> open = new ArrayDeque<>(List.of(
                FormFillingResult.fromJson(json).profile(),
                FormFillingResult.fromJson(json).formData()));

        while (!open.isEmpty()) {
            Object object = open.pop();
            if (seen.put(object, true) != null) {
                continue;
            }
            if (isOurs(object)) {
                String withoutSize = object.toString().replaceAll("\\d+ bytes", "");
                assertThat(withoutSize).as(object.getClass().getName()).doesNotContain(PERSONAL);
            }
            open.addAll(reachableFrom(object));
        }

        Set<Class<?>> ours = seen.keySet().stream()
                .filter(PersonalDataMaskingTest::isOurs)
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertThat(ours).containsAll(OURS_THAT_MUST_BE_SEEN).hasSizeGreaterThan(14);
    }

    private static boolean isOurs(Object object) {
        return object.getClass().getName().startsWith("io.github.iamsmart");
    }

    private static Collection<Object> reachableFrom(Object object) throws IllegalAccessException {
        Collection<Object> reachable = new ArrayDeque<>();
        if (object instanceof Optional<?> optional) {
            optional.ifPresent(reachable::add);
        } else if (object instanceof Collection<?> collection) {
            reachable.addAll(collection);
        } else if (object instanceof Map<?, ?> map) {
            reachable.addAll(map.values());
        } else if (isOurs(object) && !(object instanceof Enum)) {
            for (Method accessor : object.getClass().getMethods()) {
                boolean getter = accessor.getParameterCount() == 0
                        && accessor.getDeclaringClass() != Object.class
                        && !Modifier.isStatic(accessor.getModifiers());
                if (getter) {
                    reachable.add(invoke(accessor, object));
                }
            }
        }
        return reachable;
    }

    private static Object invoke(Method accessor, Object object) throws IllegalAccessException {
        try {
            return accessor.invoke(object);
        } catch (InvocationTargetException e) {
            throw new AssertionError(accessor.toString(), e);
        }
    }
}
