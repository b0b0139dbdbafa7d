package io.github.iamsmart.formfilling.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.formfilling.UnverifiedFormData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the tables is a shape of address and what belongs on the envelope. */
class AddressTableTest {

    static Stream<Arguments> rows() throws IOException {
        List<Arguments> rows = new ArrayList<>();
        for (String table : List.of("english", "chinese", "other")) {
            try (InputStream in = AddressTableTest.class.getResourceAsStream("/addresses/" + table + ".json")) {
                for (JsonNode row : new ObjectMapper().readTree(in)) {
                    rows.add(Arguments.of(table + ": " + row.get("name").asText(), row));
                }
            }
        }
        return rows.stream();
    }

    @Test
    void coversAtLeastSixtyShapes() throws IOException {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void writesTheLinesThatBelongOnTheEnvelope(String name, JsonNode row) {
        List<String> expected = new ArrayList<>();
        row.get("lines").forEach(line -> expected.add(line.asText()));

        UnverifiedFormData residence = read("residentialAddress", row);
        UnverifiedFormData post = read("postalAddress", row);

        Address address = residence.residentialAddress().orElseThrow();
        assertThat(address.lines()).isEqualTo(expected);
        assertThat(address.oneLine()).isEqualTo(row.get("oneLine").asText());
        assertThat(post.postalAddress()).contains(address);
        assertThat(residence.unknown()).isEmpty();
        assertThat(address.toString()).endsWith("[***]");
    }

    private static UnverifiedFormData read(String member, JsonNode row) {
        String json = "{\"" + member + "\":" + row.get("address") + "}";
        return FormFillingResult.fromJson(json.getBytes(StandardCharsets.UTF_8)).formData();
    }
}
