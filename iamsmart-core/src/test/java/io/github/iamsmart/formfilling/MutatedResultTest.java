package io.github.iamsmart.formfilling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.formfilling.address.Address;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.VerifiedProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes, reading ends with a result or with an exception of our own. */
class MutatedResultTest {

    private static final long SEED = 20261123;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "0.10",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"A\"",
            "\"申智能\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"(\"",
            "\"第期\"",
            "\"/F\"",
            "\"-0000000000000\"",
            "\"Ａ１２３４５６\"",
            "{}",
            "{\"\":\"\"}",
            "[]",
            "[[]]",
            "[{\"Region\":\"HK\"}]",
            "{\"Region\":{\"Region\":\"HK\"}}",
            "{\"ChiPremisesAddress\":{\"Region\":[]}}");

    @Test
    void neverThrowsForAValueOfAnotherTypeOrMeaning() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_500; i++) {
            JsonNode result = MAPPER.readTree(SampleResult.JSON);
            for (int change = random.nextInt(4); change >= 0; change--) {
                changeOneValue(result, random);
            }
            useEverything(MAPPER.writeValueAsBytes(result));
        }
    }

    @Test
    void throwsNothingButOurOwnForBytesThatChanged() {
        Random random = new Random(SEED);
        byte[] original = SampleResult.JSON.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = original.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            refused += refuses(bytes) ? 1 : 0;
        }
        assertThat(refused).isBetween(1, 4_999);
    }

    @Test
    void throwsNothingButOurOwnForATruncatedResult() {
        byte[] original = SampleResult.JSON.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < original.length; length += 3) {
            assertThat(refuses(Arrays.copyOf(original, length)))
                    .as("%d bytes", length)
                    .isTrue();
        }
        assertThat(refuses(original)).isFalse();
    }

    private static boolean refuses(byte[] json) {
        try {
            useEverything(json);
            return false;
        } catch (IamSmartException ours) {
            assertThat(ours).hasNoCause();
            return true;
        }
    }

    private static void useEverything(byte[] json) {
        VerifiedProfile profile = FormFillingResult.fromJson(json).profile();
        profile.hkic().ifPresent(hkic -> assertThat(hkic.hash()).hasSize(44));
        profile.englishName().flatMap(EnglishName::surname);
        profile.chineseNameVerified();
        UnverifiedFormData form = FormFillingResult.fromJson(json).formData();
        List.of(form.homeTelephone(), form.officeTelephone(), form.mobileTelephone())
                .forEach(telephone -> telephone
                        .flatMap(Telephone::e164)
                        .ifPresent(e164 -> assertThat(e164).startsWith("+")));
        form.residentialAddress().ifPresent(MutatedResultTest::use);
        form.postalAddress().ifPresent(MutatedResultTest::use);
        form.addressDocument().ifPresent(document -> {
            document.serviceAddress(Language.EN_US).ifPresent(MutatedResultTest::use);
            document.providerName(Language.ZH_CN);
        });
        form.addressDocumentFile().ifPresent(file -> {
            if (file.hashCheck() != HashCheck.DIFFERS) {
                assertThat(file.pdf()).hasSize(file.size());
            }
            file.billDate();
        });
    }

    private static void use(Address address) {
        assertThat(address.lines()).noneMatch(String::isBlank);
        assertThat(address.oneLine()).doesNotContain("Optional", "null");
    }

    private static void changeOneValue(JsonNode root, Random random) throws Exception {
        List<ObjectNode> objects = new ArrayList<>();
        collect(root, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        for (Iterator<String> it = object.fieldNames(); it.hasNext(); ) {
            names.add(it.next());
        }
        String name = names.isEmpty() || random.nextInt(8) == 0 ? "new" : names.get(random.nextInt(names.size()));
        if (random.nextInt(8) == 0) {
            object.remove(name);
        } else {
            object.set(name, MAPPER.readTree(ODD_VALUES.get(random.nextInt(ODD_VALUES.size()))));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, objects));
        }
    }
}
