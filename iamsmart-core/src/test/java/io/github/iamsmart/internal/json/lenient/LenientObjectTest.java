package io.github.iamsmart.internal.json.lenient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LenientObjectTest {

    @Test
    void readsEveryScalarAsText() {
        LenientObject object = read("{\"s\":\" x \",\"n\":7,\"b\":true,\"o\":{},\"a\":[1],\"z\":null,\"e\":\"\"}");

        assertThat(object.text("s")).contains("x");
        assertThat(object.text("n")).contains("7");
        assertThat(object.text("b")).contains("true");
        assertThat(object.text("o")).isEmpty();
        assertThat(object.text("a")).isEmpty();
        assertThat(object.text("z")).isEmpty();
        assertThat(object.text("e")).isEmpty();
        assertThat(object.text("missing")).isEmpty();
        assertThat(object.unknown(Set.of())).isEqualTo(Map.of("a", "[1]"));
    }

    @Test
    void takesTheFirstOfTwoSpellings() {
        LenientObject object = read("{\"Floor\":\"2\",\"B\":{\"x\":1},\"A\":{}}");

        assertThat(object.text("FloorNum", "Floor")).contains("2");
        assertThat(object.child("A", "B").text("x")).contains("1");
        assertThat(object.unknown(Set.of())).isEmpty();
    }

    @Test
    void keepsTheSecondOfTwoSpellingsWhereBothCame() {
        LenientObject object = read("{\"FloorNum\":\"1\",\"Floor\":\"2\"}");

        assertThat(object.text("FloorNum", "Floor")).contains("1");
        assertThat(object.unknown(Set.of())).isEqualTo(Map.of("Floor", "\"2\""));
    }

    @Test
    void countsAsUsedOnlyWhatHadAMeaning() {
        LenientObject object = read("{\"a\":\"1\",\"b\":\"2\"}");

        assertThat(object.parsed("a", text -> Optional.empty())).isEmpty();
        assertThat(object.peek("b")).contains("2");
        assertThat(object.unknown(Set.of())).containsOnlyKeys("a", "b");
        assertThat(object.unknown(Set.of("a"))).containsOnlyKeys("b");
    }

    @Test
    void tellsThePathOfNestedMembers() {
        LenientObject object = read("{\"a\":{\"b\":{\"c\":1,\"d\":2}},\"e\":\"no object\"}");

        object.child("a").child("b").text("c");

        assertThat(object.child("e").isEmpty()).isTrue();
        assertThat(object.child("missing").child("deeper").text("x")).isEmpty();
        assertThat(object.unknown(Set.of())).isEqualTo(Map.of("a.b.d", "2", "e", "\"no object\""));
    }

    private static LenientObject read(String json) {
        try {
            return LenientObject.of(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
