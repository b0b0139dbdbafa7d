package io.github.iamsmart.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.spring.internal.observation.RequestCounts.Status;
import io.github.iamsmart.spring.observation.IamSmartMeter;
import io.github.iamsmart.spring.observation.IamSmartObservation;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the tables of {@code docs/observability.md} to what is documented in code. */
class ObservabilityPageTest {

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "observability.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String keys(KeyName[] keys) {
        return Arrays.stream(keys).map(key -> "`" + key.asString() + "`").collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @EnumSource(IamSmartObservation.class)
    void hasARowForEachObservation(IamSmartObservation observation) throws ReflectiveOperationException {
        Class<? extends ObservationConvention<? extends Observation.Context>> convention =
                observation.getDefaultConvention();
        String name = convention.getConstructor().newInstance().getName();
        String type = convention.getInterfaces()[0].getSimpleName();

        assertThat(lines())
                .filteredOn(line -> line.startsWith("| `" + name + "` |"))
                .singleElement()
                .asString()
                .contains("| " + keys(observation.getLowCardinalityKeyNames()) + " | "
                        + keys(observation.getHighCardinalityKeyNames()) + " |")
                .endsWith("| `" + type + "` |");
    }

    @ParameterizedTest
    @EnumSource(IamSmartMeter.class)
    void hasARowForEachGauge(IamSmartMeter meter) {
        assertThat(lines())
                .filteredOn(line -> line.startsWith("| `" + meter.getName() + "` |"))
                .singleElement()
                .asString()
                .contains("| " + keys(meter.getKeyNames()) + " | " + meter.getBaseUnit() + " |");
    }

    @Test
    void namesEachValueOfAnOutcome() {
        String page = String.join("\n", lines());
        assertThat(Stream.concat(Arrays.stream(ErrorCategory.values()), Arrays.stream(Status.values()))
                        .map(value -> "`" + value.name().toLowerCase(Locale.ROOT) + "`"))
                .allSatisfy(value -> assertThat(page).contains(value));
    }
}
