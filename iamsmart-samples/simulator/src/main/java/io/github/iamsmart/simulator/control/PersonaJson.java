package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CertificateState;
import io.github.iamsmart.simulator.persona.Hkic;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.signing.HkicHash;
import io.github.iamsmart.simulator.wire.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A persona as the control API shows and takes it. */
public final class PersonaJson {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String NAME = "[^\\p{Cc}\\p{Cs}]{1,60}";
    private static final int SIZE_LIMIT = 64 * 1024;
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> LANGUAGES = Set.of("en-US", "zh-HK", "zh-CN");
    private static final Set<String> INSIDE = Set.of("about", "eme", "tokenisedIds");

    /** Told of a persona, never taken: whoever changes what they read need not cut them out. */
    private static final Set<String> TOLD = Set.of("builtIn", "HKICHash");

    private PersonaJson() {}

    /** Everything about it; a member that it has not is {@code null}. */
    public static ObjectNode write(Persona persona, boolean builtIn) {
        ObjectNode json = Json.object()
                .put("id", persona.id())
                .put("builtIn", builtIn)
                .put("englishName", persona.englishName())
                .put("chineseName", persona.chineseName().isEmpty() ? null : persona.chineseName())
                .put("hkic", persona.hkic())
                .put("HKICHash", HkicHash.of(persona));
        for (String field : new String[] {"chNameVerified", "birthDate", "gender"}) {
            json.put(field, persona.profile().path(field).textValue());
        }
        json.put("userType", persona.userType())
                .put("suspended", persona.suspended())
                .put("certificate", persona.certificate().wireName())
                .put(
                        "lastModified",
                        Instant.ofEpochMilli(persona.lastModified()).toString());
        ObjectNode about = json.putObject("about");
        new TreeMap<>(persona.about()).forEach(about::put);
        json.set("eme", persona.eme().deepCopy());
        ObjectNode tokenisedIds = json.putObject("tokenisedIds");
        new TreeMap<>(persona.tokenisedIds()).forEach(tokenisedIds::put);
        return json;
    }

    /**
     * A new persona, which may be a copy with changes.
     *
     * @param personas finds the one that {@code copyOf} names
     */
    public static Persona read(ObjectNode json, Function<String, Persona> personas) {
        ObjectNode own = json.deepCopy();
        JsonNode copyOf = own.remove("copyOf");
        if (copyOf == null || copyOf.isNull()) {
            return whole(MergePatch.apply(Json.object(), own, INSIDE), EARLY);
        }
        if (!copyOf.isTextual()) {
            throw ControlBody.invalid("'copyOf' must be the id of a persona.");
        }
        if (!own.path("id").isTextual()) {
            throw ControlBody.invalid("The field 'id' is missing: a copy needs one of its own.");
        }
        return change(personas.apply(copyOf.textValue()), own, EARLY);
    }

    /**
     * A persona, changed.
     *
     * @param now when its verified data change, if they do
     */
    static Persona change(Persona before, ObjectNode patch, Instant now) {
        ObjectNode old = write(before, false);
        Persona after = whole(MergePatch.apply(MergePatch.apply(Json.object(), old, INSIDE), patch, INSIDE), now);
        boolean says = patch.path("lastModified").isTextual();
        return says || after.profile().equals(before.profile()) || !after.id().equals(before.id())
                ? after
                : new Persona(
                        after.id(),
                        after.about(),
                        after.userType(),
                        after.suspended(),
                        after.certificate(),
                        now.toEpochMilli(),
                        after.profile(),
                        after.eme(),
                        after.tokenisedIds());
    }

    private static Persona whole(ObjectNode json, Instant otherwise) {
        if (Json.bytes(json).length > SIZE_LIMIT) {
            throw ControlBody.invalid("A persona has at most 64 KiB of JSON.");
        }
        json.remove(TOLD);
        ControlBody body = ControlBody.of(
                json,
                "id",
                "englishName",
                "chineseName",
                "hkic",
                "chNameVerified",
                "birthDate",
                "gender",
                "userType",
                "suspended",
                "certificate",
                "lastModified",
                "about",
                "eme",
                "tokenisedIds");
        String id = body.text("id");
        if (!id.matches(ID) || id.length() > 40) {
            throw ControlBody.invalid("'id' must be 1 to 40 lower-case letters and digits, with single hyphens between"
                    + " them, for example \"my-user\".");
        }
        return new Persona(
                id,
                about(body),
                userType(body),
                body.optionalFlag("suspended").orElse(false),
                certificate(body),
                body.optionalInstant("lastModified").orElse(otherwise).toEpochMilli(),
                profile(body),
                EmeJson.checked(body.optionalObject("eme").orElseGet(Json::object)),
                tokenisedIds(body));
    }

    private static ObjectNode profile(ControlBody body) {
        Hkic hkic = Hkic.parse(body.text("hkic"));
        ObjectNode profile = Json.object();
        profile.putObject("idNo").put("Identification", hkic.identification()).put("CheckDigit", hkic.checkDigit());
        profile.putObject("enName").put("UnstructuredName", name("englishName", body.text("englishName")));
        body.optionalText("chineseName")
                .ifPresent(name -> profile.putObject("chName").put("ChineseName", name("chineseName", name)));
        body.optionalText("chNameVerified")
                .ifPresent(text -> profile.put("chNameVerified", name("chNameVerified", text)));
        body.optionalText("birthDate").ifPresent(date -> profile.put("birthDate", date(date)));
        body.optionalText("gender").ifPresent(gender -> {
            if (!gender.matches("[A-Z]")) {
                throw ControlBody.invalid("'gender' must be one capital letter, for example \"F\".");
            }
            profile.put("gender", gender);
        });
        return profile;
    }

    private static String name(String field, String text) {
        if (!text.matches(NAME) || text.isBlank()) {
            throw ControlBody.invalid("'" + field + "' must be 1 to 60 characters, none of them a control character.");
        }
        return text;
    }

    private static String date(String text) {
        try {
            return DATE.format(LocalDate.parse(text, DATE));
        } catch (DateTimeException e) {
            throw ControlBody.invalid("'birthDate' must be a day written as on the wire, for example \"19791130\".");
        }
    }

    private static String userType(ControlBody body) {
        String type = body.optionalText("userType").orElse("default");
        if (!type.equals("default") && !type.equals("sign")) {
            throw ControlBody.invalid("'userType' must be \"default\" (iAM Smart) or \"sign\" (iAM Smart+).");
        }
        return type;
    }

    private static CertificateState certificate(ControlBody body) {
        String text = body.optionalText("certificate").orElse(CertificateState.VALID.wireName());
        return CertificateState.of(text)
                .orElseThrow(() -> ControlBody.invalid("'certificate' must be one of "
                        + Arrays.stream(CertificateState.values())
                                .map(CertificateState::wireName)
                                .toList()
                        + "."));
    }

    private static Map<String, String> about(ControlBody body) {
        Optional<Map<String, String>> about = body.optionalTextMap("about");
        about.ifPresent(texts -> texts.forEach((language, text) -> {
            if (!LANGUAGES.contains(language) || text.length() > 200) {
                throw ControlBody.invalid(
                        "'about' has texts of at most 200 characters for the languages en-US, zh-HK and zh-CN.");
            }
        }));
        return about.map(Map::copyOf).orElse(Map.of());
    }

    private static Map<String, String> tokenisedIds(ControlBody body) {
        Optional<Map<String, String>> ids = body.optionalTextMap("tokenisedIds");
        ids.ifPresent(texts -> texts.forEach((client, id) -> {
            if (!client.matches("[!-~]{1,64}") || !id.matches("[!-~]{1,64}")) {
                throw ControlBody.invalid(
                        "'tokenisedIds' has a Tokenised ID of 1 to 64 visible ASCII characters for each"
                                + " clientID, for example {\"permits\": \"user%2B1\"}.");
            }
        }));
        return ids.map(Map::copyOf).orElse(Map.of());
    }
}
