package io.github.iamsmart.simulator.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.wire.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** {@code addressDocFile}: the bill that {@code addressDocInfo} tells of, as a PDF made when it is asked for. */
final class UtilityBill {
    private UtilityBill() {}

    /** The file, its hash and the date, the same each time. */
    static ObjectNode file(JsonNode info, JsonNode file) {
        long billDate = file.path("billDate").asLong();
        List<String> lines = new ArrayList<>();
        lines.add("SIMULATED BILL - NOT A REAL DOCUMENT");
        lines.add(info.path("enProviderName").asText());
        lines.add(Instant.ofEpochMilli(billDate)
                .atZone(ZoneId.of("Asia/Hong_Kong"))
                .toLocalDate()
                .toString());
        lines.add(info.path("enUserName").asText());
        info.path("enServiceAddress").forEach(line -> lines.add(line.asText()));
        byte[] pdf = BillPdf.of(lines);
        return Json.object()
                .put("docFile", Base64.getEncoder().encodeToString(pdf))
                .put("docHash", HexFormat.of().formatHex(sha256(pdf)))
                .put("billDate", billDate);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }
}
