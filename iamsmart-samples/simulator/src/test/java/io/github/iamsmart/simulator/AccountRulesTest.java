package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway refuses before it asks the user. */
class AccountRulesTest extends ServiceTest {

    @BeforeEach
    void signIn() {
        service.signIn("basic");
    }

    @AfterEach
    void nothingElseWasSent() {
        assertThat(receiver.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "businessID, (absent), D20001",
        "businessID, '', D20002",
        "businessID, 1234567890123456789012345678901234567, D20003",
        "businessID, has space, D20003",
        "businessID, 業務, D20003",
        "accessToken, (absent), D20001",
        "accessToken, '', D20002",
        "accessToken, simtoken-unknown, D20009",
        "openID, (absent), D20001",
        "openID, '', D20002",
        "openID, somebody-else, D20010",
        "source, (absent), D20001",
        "source, '', D20002",
        "source, Opera, D20007",
        "source, pc_browser, D20007",
        "redirectURI, (absent), D20001",
        "redirectURI, '', D20002",
        "redirectURI, https://evil.example.org/callback, D20008",
        "state, '', D20002",
        "state, has space, D20003",
        "state, 1234567890123456789012345678901234567, D20003",
        "lang, fr, D20003",
    })
    void refusesACommonParameterThatIsNotRight(String member, String value, String code) {
        for (String path : Set.of(SignedInService.PROFILE, SignedInService.FORM, SignedInService.STEP_UP)) {
            ObjectNode body = service.form("prefix");
            body.withArray("profileFields").add("idNo");
            body.put(member, value);
            if (value.equals("(absent)")) {
                body.remove(member);
            }
            assertRefused(service.post(path, body), code);
            assertThat(service.lastReason()).contains(member.equals("accessToken") ? "oken" : member);
        }
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void refusesAMemberOfAnotherType() {
        assertRefused(service.post(SignedInService.STEP_UP, service.common().put("businessID", 7)), "D20003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"App_Scheme", "App_Link", "App_Package", "iOS_IMS_InAppBrowser", "Android_Huawei"})
    void takesTheSourcesOfAppsAndBrowsers(String source) {
        service.accepted(SignedInService.STEP_UP, service.common().put("source", source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(absent)|D20001",
                "[]|D20003",
                "{}|D20003",
                "[1]|D20003",
                "['idNo','idNo']|D20003",
                "['idNo','emailAddress']|D20003",
                "['IDNO']|D20003",
            })
    void theProfileNeedsKnownFields(String fields, String code) {
        assertRefused(service.post(SignedInService.PROFILE, withFields("profileFields", fields)), code);
        assertThat(service.lastReason()).contains("profileFields");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(absent)|D20001",
                "[]|D20003",
                "['prefix','prefix']|D20003",
                "['idNo']|D20003",
                "['shoeSize']|D20003"
            })
    void theFormNeedsKnownFields(String fields, String code) {
        assertRefused(service.post(SignedInService.FORM, withFields("eMEFields", fields)), code);
        assertThat(service.lastReason()).contains("eMEFields");
    }

    @Test
    void theFormIsContentWithVerifiedFieldsAlone() {
        service.accepted(SignedInService.FORM, service.profile("idNo"));
    }

    @ParameterizedTest
    @CsvSource({"formName, 255", "formNum, 20", "formDesc, 255"})
    void whatDescribesTheFormHasALongestLength(String member, int longest) {
        service.accepted(SignedInService.FORM, service.form("prefix").put(member, "表".repeat(longest)));
        assertRefused(
                service.post(SignedInService.FORM, service.form("prefix").put(member, "x".repeat(longest + 1))),
                "D20003");
        assertRefused(service.post(SignedInService.FORM, service.form("prefix").put(member, "")), "D20002");
        assertThat(service.lastReason()).contains(member);
    }

    @ParameterizedTest
    @CsvSource({"application/xml, D20003", "APPLICATION/JSON, D20003", "'', D20002"})
    void theCallbackHasOneOfTwoContentTypes(String type, String code) {
        assertRefused(
                service.post(SignedInService.FORM, service.form("prefix").put("callbackContentType", type)), code);
        service.accepted(SignedInService.FORM, service.form("prefix").put("callbackContentType", "application/json"));
    }

    @Test
    void aBusinessIdNeverComesAgain() {
        ObjectNode body = service.profile("idNo");
        simulator.reject(service.ticket(SignedInService.PROFILE, body));
        assertThat(receiver.next().code()).isEqualTo("D50001");
        assertRefused(service.post(SignedInService.PROFILE, body), "D20011");
        ObjectNode form = service.form("prefix");
        form.set("businessID", body.get("businessID"));
        assertRefused(service.post(SignedInService.FORM, form), "D20011");
        assertThat(service.lastReason()).contains(body.get("businessID").asText());

        SignedInService other = new SignedInService(simulator, receiver).signIn("basic");
        ObjectNode same = other.form("prefix");
        same.set("businessID", body.get("businessID"));
        other.accepted(SignedInService.FORM, same);
    }

    @Test
    void aRefusedRequestHasNotUsedItsBusinessId() {
        ObjectNode body = service.form("prefix").put("openID", "wrong");
        assertRefused(service.post(SignedInService.FORM, body), "D20010");
        service.accepted(SignedInService.FORM, body.put("openID", service.openId));
    }

    @Test
    void theTokenLivesForFourHours() {
        simulator.advance(Duration.ofHours(4).minusSeconds(1));
        service.accepted(SignedInService.STEP_UP, service.common());
        simulator.advance(Duration.ofSeconds(1));
        assertRefused(service.post(SignedInService.STEP_UP, service.common()), "D20009");
        assertThat(service.lastReason()).doesNotContain(service.accessToken);
    }

    @Test
    void theTokenBelongsToItsClient() {
        SignedInService other = new SignedInService(simulator, receiver);
        other.accessToken = service.accessToken;
        other.openId = service.openId;
        assertRefused(other.post(SignedInService.STEP_UP, other.common()), "D20009");
    }

    @Test
    void theTokenOfOneUserDoesNotGoWithAnotherOnesId() {
        String basic = service.openId;
        service.signIn("plus");
        assertRefused(service.post(SignedInService.STEP_UP, service.common().put("openID", basic)), "D20010");
    }

    @ParameterizedTest
    @CsvSource({
        "/account/auth/profile/initiateRequest, eidapi_auth",
        "/account/eme/initiateRequest, eidapi_formFilling",
        "/account/stepup/initiateRequest, eidapi_fr",
        "/profiles, eidapi_profiles",
    })
    void theSignInMustHaveAskedForTheScope(String path, String scope) {
        String others = SignedInService.SCOPES.replace(scope, "").strip().replace("  ", " ");
        service.signIn("basic", Map.of("scope", others));
        ObjectNode body = service.form("prefix");
        body.withArray("profileFields").add("idNo");
        assertRefused(service.post(path, body), "D20015");
        assertThat(service.lastReason()).contains(scope);

        service.signIn("basic", Map.of("scope", scope));
        ObjectNode again = service.form("prefix");
        again.withArray("profileFields").add("idNo");
        service.accepted(path, again);
    }

    @Test
    void theClientMustHaveBeenGrantedTheScope() {
        simulator.register(new ClientRegistration(
                service.service.clientId,
                service.service.secret,
                TestService.KEK.getPublic(),
                Set.of(TestService.REDIRECT, receiver.url()),
                Set.of("eidapi_auth", "eidapi_fr")));
        service.service.fetchKey();
        service.signIn("basic", Map.of("scope", "eidapi_auth eidapi_fr"));
        service.accepted(SignedInService.STEP_UP, service.common());
        assertRefused(service.post(SignedInService.FORM, service.form("prefix")), "D20012");
        assertThat(service.lastReason()).contains("eidapi_formFilling");
    }

    @Test
    void takesACallbackUrlThatIsPercentEncodedAsAWhole() {
        String encoded = URLEncoder.encode(receiver.url().toString(), StandardCharsets.UTF_8);
        for (String form : List.of(encoded, encoded.replace("%3A", "%3a").replace("%2F", "%2f"))) {
            ObjectNode body = service.common().put("redirectURI", form);
            simulator.approve(service.ticket(SignedInService.STEP_UP, body));
            assertThat(receiver.next().businessId())
                    .isEqualTo(body.path("businessID").asText());
        }
        assertThat(simulator.requests().get(1).redirectUri()).isEqualTo(receiver.url());
    }

    @Test
    void refusesACallbackUrlThatIsEncodedInPartOrTwice() {
        String raw = receiver.url().toString();
        String encoded = URLEncoder.encode(raw, StandardCharsets.UTF_8);
        for (String form : List.of(
                raw.replace("/iamsmart", "%2Fiamsmart"), encoded.replace("%", "%25"), encoded + "%2", encoded + "x")) {
            assertRefused(service.post(SignedInService.STEP_UP, service.common().put("redirectURI", form)), "D20008");
        }
    }

    @ParameterizedTest
    @CsvSource({"lang, ''", "lang, (absent)"})
    void withoutALanguageItIsChineseOfHongKong(String member, String value) {
        ObjectNode body = service.common().put(member, value);
        if (value.equals("(absent)")) {
            body.remove(member);
        }
        service.accepted(SignedInService.STEP_UP, body);
        assertThat(simulator.requests().get(1).lang()).isEqualTo("zh-HK");
    }

    @Test
    void aRequestWithoutAStateIsAnsweredWithoutOne() {
        ObjectNode body = service.common();
        body.remove("state");
        simulator.approve(service.ticket(SignedInService.STEP_UP, body));
        JsonNode content = receiver.next().content();
        assertThat(content.path("businessID")).isEqualTo(body.path("businessID"));
        assertThat(content.has("state")).isFalse();
        assertThat(content.has("isPassed")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'profileFields':['idNo'],'eMEFields':[]}",
                "{'profileFields':['idNo'],'unknown':[]}",
                "{'profileFields':['idNo'],'deeper':{'list':[[1],[]]}}",
                "{'profileFields':['idNo'],'deeper':[{'list':[]}]}",
            })
    void refusesAnEmptyArrayWhereverItIs(String members) {
        ObjectNode body = service.common();
        body.setAll((ObjectNode) TestService.parse(members.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        for (String path : List.of(SignedInService.PROFILE, SignedInService.FORM, SignedInService.CCIC, "/profiles")) {
            assertRefused(service.post(path, body), "D20003");
            assertThat(service.lastReason()).contains("empty array", "leave the member out");
        }
    }

    @Test
    void saysWhichArrayIsEmpty() {
        ObjectNode body = service.profile("idNo");
        body.putObject("deeper").putArray("lists").add(1).addArray();
        assertRefused(service.post(SignedInService.PROFILE, body), "D20003");
        assertThat(service.lastReason()).contains("'deeper.lists[1]'");
    }

    @Test
    void theProfileNeedsNoMoreThanASignIn() {
        simulator.register(new ClientRegistration(
                service.service.clientId,
                service.service.secret,
                TestService.KEK.getPublic(),
                Set.of(TestService.REDIRECT, receiver.url()),
                Set.of("eidapi_auth")));
        service.service.fetchKey();
        service.signIn("basic", Map.of("scope", "eidapi_auth"));
        service.accepted(SignedInService.PROFILE, service.profile("idNo"));
        assertRefused(service.post("/profiles", service.profile("idNo")), "D20012");
        assertThat(service.lastReason()).contains("eidapi_profiles");
    }

    @ParameterizedTest
    @CsvSource({"accessToken, D20001", "openID, D20001", "profileFields, D20001"})
    void profilesNeedsItsMembers(String member, String code) {
        ObjectNode body = TestService.JSON
                .createObjectNode()
                .put("accessToken", service.accessToken)
                .put("openID", service.openId);
        body.withArray("profileFields").add("gender");
        body.remove(member);
        assertRefused(service.post("/profiles", body), code);
    }

    private ObjectNode withFields(String member, String json) {
        ObjectNode body = service.common();
        if (!json.equals("(absent)")) {
            body.set(member, TestService.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        }
        return body;
    }

    private static void assertRefused(JsonNode envelope, String code) {
        assertThat(envelope.path("code").asText()).isEqualTo(code);
        assertThat(envelope.has("content")).isFalse();
    }
}
