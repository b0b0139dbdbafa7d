package io.github.iamsmart.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ProtocolException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The end of a long text is guessed, and proven by its Base64. Whatever is around it, and wherever the guess is wrong,
 * what is read is what a reader reads that looks at every byte.
 */
class LongTextGuessTest {

    private static final int LONG = 16 * 1024;
    private static final Set<String> NAMES = Set.of("code", "businessID", "state", "secretKey");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What was read, or that it was refused. */
    private record Outcome(String texts, Optional<String> content) {

        static final Outcome REFUSED = new Outcome("refused", Optional.empty());
    }

    private static Outcome guessed(byte[] json) {
        return outcome(() -> TopLevel.read(json, NAMES, Set.of("content"), "The text"));
    }

    private static Outcome exact(byte[] json) {
        return outcome(() -> new TopLevelReading(
                        LongTexts.of(json), new TopLevel.Wanted(NAMES, Set.of("content"), null), "The text")
                .read());
    }

    private static Outcome outcome(Supplier<TopLevel> reading) {
        try {
            TopLevel read = reading.get();
            StringBuilder texts = new StringBuilder();
            NAMES.stream()
                    .sorted()
                    .forEach(name -> texts.append(name).append('=').append(read.text(name)));
            return new Outcome(
                    texts.toString(),
                    read.base64("content").map(bytes -> Base64.getEncoder().encodeToString(bytes)));
        } catch (ProtocolException e) {
            return Outcome.REFUSED;
        }
    }

    @Test
    void readsWhatAReaderReadsThatLooksAtEveryByte() {
        Random random = new Random(20261129);
        int refused = 0;
        int contents = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] json = envelope(random).getBytes(UTF_8);

            Outcome guessed = guessed(json);
            assertThat(guessed).as("the envelope number %d", i).isEqualTo(exact(json));

            refused += guessed.equals(Outcome.REFUSED) ? 1 : 0;
            contents += guessed.content().isPresent() ? 1 : 0;
        }
        assertThat(refused).isBetween(300, 2_700);
        assertThat(contents).isBetween(300, 2_700);
    }

    /**
     * Members in any order, some of them twice; long texts anywhere; sometimes something after or within that is wrong.
     */
    private static String envelope(Random random) {
        List<String> members = new ArrayList<>(List.of("\"code\":\"D00000\"", "\"secretKey\":" + text(random, 700)));
        members.add("\"content\":" + text(random, size(random)));
        for (int n = random.nextInt(4); n > 0; n--) {
            members.add(
                    switch (random.nextInt(6)) {
                        case 0 -> "\"message\":" + text(random, size(random));
                        case 1 -> "\"" + "n".repeat(size(random)) + "\":1";
                        case 2 -> "\"x\":{\"content\":" + text(random, size(random)) + ",\"state\":\"inner\"}";
                        case 3 -> "\"businessID\":\"" + "\\\"".repeat(random.nextInt(5)) + "b\"";
                        case 4 -> random.nextInt(4) == 0 ? "\"content\":" + text(random, 50) : "\"state\":\"s\"";
                        default -> "\"y\":[" + text(random, size(random)) + ",1.5e3,null]";
                    });
        }
        Collections.shuffle(members, random);
        String json = blanks(random) + "{" + String.join(blanks(random) + ",", members) + "}" + blanks(random);
        return switch (random.nextInt(12)) {
            case 0 -> json + " trailing";
            case 1 -> json + "\"text\"";
            case 2 -> json.substring(0, json.length() - 1 - random.nextInt(Math.min(json.length() - 1, 2 * LONG)));
            case 3 -> json.replaceFirst("A\"", "A\\\\\"");
            case 4 -> insert(json, random, "\"");
            case 5 -> insert(json, random, "\\");
            default -> json;
        };
    }

    private static int size(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(50);
            case 1 -> LONG - 20 + random.nextInt(40);
            case 2 -> 2 * LONG - 20 + random.nextInt(40);
            default -> random.nextInt(5 * LONG);
        };
    }

    /** Base64 mostly, sometimes with an escape or a quotation mark in it, or wrong at its end. */
    private static String text(Random random, int size) {
        byte[] bytes = new byte[size * 3 / 4];
        random.nextBytes(bytes);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        String text = switch (random.nextInt(8)) {
            case 0 -> base64.replace("/", "\\/");
            case 1 -> insert(base64, random, "\\\"");
            case 2 -> insert(base64, random, "\\\\");
            case 3 -> base64 + "!";
            case 4 -> base64 + "=";
            default -> base64;
        };
        return "\"" + text + "\"";
    }

    private static String insert(String text, Random random, String piece) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + piece + text.substring(at);
    }

    private static String blanks(Random random) {
        return random.nextInt(5) == 0 ? " \n".repeat(random.nextInt(LONG)) : "";
    }

    /**
     * And that reader reads what Jackson reads, where Jackson does not find an escape in a skipped text that is none.
     */
    @Test
    void theExactReaderReadsWhatJacksonReads() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 1_000; i++) {
            String json = envelope(random);
            Outcome exact = exact(json.getBytes(UTF_8));
            if (exact.equals(Outcome.REFUSED)) {
                continue;
            }
            JsonNode tree;
            try {
                tree = MAPPER.readTree(json);
            } catch (IOException e) {
                continue;
            }
            read++;
            String content = tree.path("content").asText();
            assertThat(exact.content()).isEqualTo(base64(content));
            assertThat(exact.texts()).contains("code=Optional[D00000]");
            if (tree.path("state").isTextual()) {
                assertThat(exact.texts())
                        .contains("state=Optional[" + tree.path("state").asText() + "]");
            }
        }
        assertThat(read).isGreaterThan(200);
    }

    private static Optional<String> base64(String content) {
        try {
            return Optional.of(
                    Base64.getEncoder().encodeToString(Base64.getDecoder().decode(content)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The plaintext is read to its end: what comes late counts, and what is there twice is seen. */
    @ParameterizedTest
    @ValueSource(ints = {10, LONG, 3 * LONG, 1_000_000})
    void theObjectInAPlaintextIsTheSameInWhateverOrder(int size) throws IOException {
        Random random = new Random(size);
        for (int i = 0; i < 300; i++) {
            List<String> within = new ArrayList<>(List.of(
                    "\"businessID\":\"b\"",
                    "\"state\":\"s\"",
                    "\"doc\":" + text(random, size / 2 + random.nextInt(9))));
            Collections.shuffle(within, random);
            String object = "{" + String.join(",", within) + "}";
            List<String> around = new ArrayList<>(List.of(
                    "\"code\":\"D60001\"",
                    "\"txID\":\"T\"",
                    "\"content\":" + object,
                    "\"m\":" + text(random, size / 9)));
            Collections.shuffle(around, random);

            BusinessObject found =
                    BusinessObject.read(("{" + String.join(",", around) + "}").getBytes(UTF_8), "The plaintext");

            assertThat(found.businessId()).contains("b");
            assertThat(found.state()).contains("s");
            assertThat(found.code())
                    .hasValueSatisfying(code -> assertThat(code.isSuccess()).isFalse());
            assertThat(new String(found.json(), UTF_8)).isEqualTo(object);
            assertThat(MAPPER.readTree(found.json())).isInstanceOf(ObjectNode.class);
        }
    }
}
