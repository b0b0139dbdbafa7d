package io.github.iamsmart.simulator.persona;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UtilityBillTest {
    private final JsonNode file = file();
    private final byte[] pdf = Base64.getDecoder().decode(file.path("docFile").asText());
    private final String text = new String(pdf, StandardCharsets.ISO_8859_1);

    @Test
    void theHashIsThatOfTheDecodedFile() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(pdf);
        assertThat(file.path("docHash").asText()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(file.path("billDate").isIntegralNumber()).isTrue();
    }

    @Test
    void itIsAlmostAsLargeAsAFileMayBe() {
        assertThat(pdf.length).isBetween(4_900_000, 5_000_000);
    }

    @Test
    void itIsTheSameEachTime() {
        assertThat(file()).isEqualTo(file);
    }

    @Test
    void everyObjectOfThePdfIsWhereItsTableSays() {
        assertThat(text).startsWith("%PDF-1.4\n").endsWith("%%EOF\n");
        Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(text);
        assertThat(start.find()).isTrue();
        String table = text.substring(Integer.parseInt(start.group(1)));
        assertThat(table).startsWith("xref\n0 7\n");
        Matcher entry = Pattern.compile("(\\d{10}) 00000 n \n").matcher(table);
        for (int number = 1; number <= 6; number++) {
            assertThat(entry.find()).isTrue();
            assertThat(text.substring(Integer.parseInt(entry.group(1)))).startsWith(number + " 0 obj\n");
        }
    }

    @Test
    void everyStreamIsAsLongAsItSays() {
        Matcher stream = Pattern.compile("/Length (\\d+) >>\nstream\n").matcher(text);
        int streams = 0;
        while (stream.find()) {
            assertThat(text.startsWith("\nendstream\n", stream.end() + Integer.parseInt(stream.group(1))))
                    .isTrue();
            streams++;
        }
        assertThat(streams).isEqualTo(2);
    }

    @Test
    void itSaysThatItIsNotReal() {
        assertThat(text).contains("(SIMULATED BILL - NOT A REAL DOCUMENT) Tj", "(LEDGER DAN) Tj", "(2026-11-02) Tj");
    }

    private static JsonNode file() {
        ObjectNode target = Json.object();
        DataFields.copy(Personas.load().get("utility-bill"), List.of("addressDocFile"), target);
        return target.path("addressDocFile");
    }
}
