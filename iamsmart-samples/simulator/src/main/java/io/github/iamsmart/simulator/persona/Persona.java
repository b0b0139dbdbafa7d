package io.github.iamsmart.simulator.persona;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CertificateState;
import java.util.Map;

/**
 * An invented user.
 *
 * @param about one line for the phone's list, by language
 * @param userType {@code default} (iAM Smart) or {@code sign} (iAM Smart+)
 * @param certificate what becomes of the certificate that it signs with
 * @param lastModified epoch milliseconds of the last change of the verified data
 * @param profile the verified data, as on the wire
 * @param eme the data that the user typed, as on the wire
 * @param tokenisedIds the openID for a client, by client id, where it is fixed
 */
public record Persona(
        String id,
        Map<String, String> about,
        String userType,
        boolean suspended,
        CertificateState certificate,
        long lastModified,
        ObjectNode profile,
        ObjectNode eme,
        Map<String, String> tokenisedIds) {

    public String englishName() {
        return profile.path("enName").path("UnstructuredName").asText();
    }

    /** Empty where there is none. */
    public String chineseName() {
        return profile.path("chName").path("ChineseName").asText();
    }

    /** The number of the identity card, as the card shows it: {@code A123456(3)}. */
    public String hkic() {
        return identification() + "(" + profile.path("idNo").path("CheckDigit").asText() + ")";
    }

    /** The number of the identity card without its check digit. */
    public String identification() {
        return profile.path("idNo").path("Identification").asText();
    }

    public boolean canSign() {
        return userType.equals("sign");
    }

    @Override
    public String toString() {
        return "Persona[" + id + "]";
    }
}
