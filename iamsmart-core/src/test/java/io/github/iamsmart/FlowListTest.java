package io.github.iamsmart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.internal.flow.Flow;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.request.FlowCodes;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.wire.Code;
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

    private static final JavaClasses SIMULATOR = new ClassFileImporter().importPackagesOf(IamSmartSimulator.class);

    private static <T> List<T> constants(JavaClasses classes, Class<T> type) {
        List<T> constants = new ArrayList<>();
        for (JavaClass each : classes) {
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
        assertThat(IamSmartClient.FLOWS).containsExactlyInAnyOrderElementsOf(constants(CORE, Flow.class));
    }

    @Test
    void knowsEveryKindThatAFlowHas() {
        assertThat(IamSmartClient.FLOWS.stream().flatMap(flow -> flow.kinds().stream()))
                .containsExactlyInAnyOrderElementsOf(constants(CORE, RequestKind.class).stream()
                        .<RequestKind<?>>map(kind -> kind)
                        .toList());
    }

    /** A code that is missing in {@code error-codes.txt} would count as a failure, whatever it means. */
    @Test
    void judgesEveryCodeOfAFlowAsTheSimulatorMeansIt() {
        List<FlowDeclaration> flows = constants(SIMULATOR, FlowDeclaration.class);

        assertThat(flows).hasSizeGreaterThan(10).allSatisfy(flow -> {
            FlowCodes codes = flow.codes();
            assertThat(codes.all()).as(flow.name()).allMatch(code -> known(code).isKnown());
            assertThat(known(codes.cancelled()).category()).isEqualTo(ErrorCategory.DECLINED);
            assertThat(known(codes.rejected()).category()).isEqualTo(ErrorCategory.DECLINED);
            assertThat(known(codes.failed()).category()).isEqualTo(ErrorCategory.FAILED);
            assertThat(known(codes.timedOut()).category()).isEqualTo(ErrorCategory.TIMED_OUT);
        });
    }

    private static ErrorCode known(Code code) {
        return ErrorCode.of(code.value());
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
