package io.github.iamsmart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.iamsmart.internal.flow.Flow;
import io.github.iamsmart.requests.RequestKind;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A flow that is declared and not listed would be found by the first user who is asked something. */
class FlowListTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/iamsmart/simulator/"))
            .importPackages("io.github.iamsmart");

    private static <T> List<T> constants(Class<T> type) {
        List<T> constants = new ArrayList<>();
        for (JavaClass each : CORE) {
            for (Field field : each.reflect().getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                    try {
                        field.setAccessible(true);
                        constants.add(type.cast(field.get(null)));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
        return constants;
    }

    @Test
    void listsEveryFlowThatIsDeclared() {
        assertThat(IamSmartClient.FLOWS).containsExactlyInAnyOrderElementsOf(constants(Flow.class));
    }

    @Test
    void knowsEveryKindThatAFlowHas() {
        assertThat(IamSmartClient.FLOWS.stream().flatMap(flow -> flow.kinds().stream()))
                .containsExactlyInAnyOrderElementsOf(constants(RequestKind.class).stream()
                        .<RequestKind<?>>map(kind -> kind)
                        .toList());
    }

    @Test
    void hasAnAccessorForEveryFlow() {
        List<Class<?>> returned = new ArrayList<>();
        for (var method : IamSmartClient.class.getMethods()) {
            returned.add(method.getReturnType());
        }
        List<Class<?>> flows = new ArrayList<>();
        for (JavaClass type : CORE) {
            if (type.getSimpleName().endsWith("Flow")
                    && !type.getAllRawInterfaces().isEmpty()) {
                type.getRawInterfaces().forEach(api -> flows.add(api.reflect()));
            }
        }

        assertThat(flows).hasSizeGreaterThan(6).isSubsetOf(returned);
    }
}
