package io.github.iamsmart.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.InvalidRequestException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void knowsEachOfItsConstants() {
        List<Object> constants = Stream.of(Scope.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Scope.class)
                .map(field -> {
                    try {
                        return field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();

        assertThat(constants).hasSize(7);
        assertThat(Scope.KNOWN)
                .containsExactlyInAnyOrderElementsOf(
                        constants.stream().map(Scope.class::cast).toList());
    }

    @Test
    void isOneNameThatMayBeUnknown() {
        assertThat(new Scope("eidapi_new")).hasToString("eidapi_new");
        assertThatThrownBy(() -> new Scope("eidapi_auth eidapi_sign")).isInstanceOf(InvalidRequestException.class);
    }
}
