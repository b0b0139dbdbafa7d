package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.iamsmart.callback.CallbackHeaders;
import io.github.iamsmart.callback.EmbeddedKey;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.listener.AnswerReport;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.CallbackReport;
import io.github.iamsmart.listener.DeliveryReport;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.listener.KeyReport;
import io.github.iamsmart.listener.OutgoingCall;
import io.github.iamsmart.listener.TracedRequest;
import io.github.iamsmart.profile.ProfileApi;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.selfcheck.CallbackUrl;
import io.github.iamsmart.selfcheck.SelfCheckRequest;
import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.signin.TokenRequest;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.StepUp;
import io.github.iamsmart.signing.pdf.PdfSignatureOptions;
import io.github.iamsmart.signing.pdf.PdfSigner;
import io.github.iamsmart.signing.pdf.PdfStamp;
import io.github.iamsmart.signing.pdf.PdfVerifier;
import io.github.iamsmart.signing.verification.ExpectedSignature;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.TestAuthority;
import io.github.iamsmart.signing.verification.VerifiedSigning;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lives through every flow with secrets and persons that can be recognised, then walks through all that is left in
 * memory, field by field, and through every exception, and looks for them in the strings.
 */
@Tag("slow")
@Timeout(300)
class SecretMaskingTest {

    private static final State STATE = State.of("canary-state-0123456789-0123456789");
    private static final List<String> SECRETS =
            List.of("canary", StubGateway.CLIENT_SECRET, "A123456", "SAN, Chi Nan", "91234567", "somebody@", "Harbour");

    private static final String PERSON = """
            "idNo":{"Identification":"A123456","CheckDigit":"3"},"enName":{"UnstructuredName":"SAN, Chi Nan"},
            "chName":{"ChineseName":"canary"},"gender":"M","maritalStatus":"M","educationLevel":"T","isPassed":"true","canary":"canary",
            "emailAddress":"somebody@example.hk","mobileNumber":{"CountryCode":"852","SubscriberNumber":"91234567"},
            "residentialAddress":{"EngPremisesAddress":{"Region":"NT","EngEstate":{"EstateName":"Harbour Gardens"},
              "EngLot":{"EngStructureLot":{"DdType":"DD","DdNo":"92","LotType":"LOT","LotNo":"1595"}}}},
            "postalAddress":{"FreeFormatAddress":{"LanguageCode":"E","AddressLine1":"Harbour Road"}},
            "addressDocInfo":{"enUserName":"SAN, Chi Nan"},"addressDocFile":{"docFile":"AQID","docHash":"00"},
            "hashCode":"LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=","timestamp":"1764000000123","signature":"AQID",
            "cert":"BA==","docDigest":"LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=","pdfSignature":"AQID"\
            """;

    /**
     * Public types that no walk meets, each for its reason: they hold nothing, or {@code PersonalDataMaskingTest} and
     * {@code BulkMaskingTest} walk through them.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "ChinesePremisesAddress",
            "PostBoxAddress",
            "PreparedPdf",
            "BulkCallback",
            "AnswerPart",
            "BulkSignatures",
            "BulkSigningHandle",
            "AnswerProgress",
            "BulkSigningRequest",
            "BulkSigningResult",
            "BulkSigningStatus",
            "BulkSigningToken",
            "BulkVerification",
            "BulkVerifier",
            "BulkExpectation",
            "AnswerFile",
            "VerifiedBulkSigning",
            "OwnRequest",
            "SealedContext",
            "GatewayException",
            "HkicFormatException",
            "ConfigurationException",
            "CryptoException",
            "ProtocolException",
            "TransportException");

    private final AtomicReference<WrappedCek> stored = new AtomicReference<>();
    private final MemoryRequestStore store = new MemoryRequestStore();
    private final List<Object> kept = new ArrayList<>();
    private final FlowWorld world = new FlowWorld(builder -> builder.requestStore(store)
            .embeddedKey(EmbeddedKey.ACCEPT)
            .paths(ApiPaths.DEFAULTS.with("ccic-verification", "/api/v1/ccic"))
            .listener(new IamSmartListener() {
                @Override
                public void onCall(CallReport report) {
                    kept.add(report);
                }

                @Override
                public void onKeyRefresh(KeyReport report) {
                    kept.add(report);
                }
            })
            .tracer(new IamSmartTracer() {
                @Override
                public Consumer<CallReport> callStarted(OutgoingCall call) {
                    kept.add(call);
                    return kept::add;
                }

                @Override
                public Consumer<CallbackReport> callbackReceived() {
                    return kept::add;
                }

                @Override
                public Consumer<AnswerReport> answerFound(TracedRequest request) {
                    kept.add(request);
                    return kept::add;
                }
            })
            .cekStore(new CekStore() {
                @Override
                public Optional<WrappedCek> find(String clientId) {
                    return Optional.ofNullable(stored.get());
                }

                @Override
                public void save(String clientId, WrappedCek cek) {
                    stored.set(cek);
                }
            }));

    @AfterEach
    void stop() {
        world.close();
    }

    private static RequestOptions options() {
        return FlowWorld.options()
                .redirectUri(FlowWorld.REDIRECT)
                .state(STATE)
                .owner("hash-of-the-session")
                .reference("permit-7")
                .build();
    }

    private void live() {
        kept.add(world.client);
        kept.add(new DeliveryReport(
                DeliveryReport.Result.FAILED, Optional.of(new IllegalStateException("canary: " + PERSON))));
        SelfCheckRequest check = SelfCheckRequest.builder().build();
        kept.add(check);
        kept.add(new CallbackUrl("results", URI.create("https://permits.example.org"), CallbackUrl.Answer.RESULTS));
        kept.add(world.client.selfCheck().run(check));
        kept.add(world.gateway.client());
        kept.add(store);
        kept.add(FlowWorld.token());
        signIn();
        FormFillingRequest form = FormFillingRequest.builder()
                .profileFields(ProfileField.ID_NUMBER)
                .formFields(FormField.EMAIL_ADDRESS)
                .build();
        ProfileRequest profile = ProfileRequest.of(ProfileField.ID_NUMBER);
        kept.add(form);
        kept.add(profile);
        world.accepts("/api/v1/ccic", false);
        for (RequestKind<?> kind : List.of(ProfileApi.KIND, FormFillingApi.KIND, ReauthenticationApi.KIND)) {
            world.accepts(path(kind.initiate()), false);
        }
        answered(options -> world.client.profile().initiate(FlowWorld.token(), profile, options));
        answered(options -> world.client.formFilling().initiate(FlowWorld.token(), form, options));
        answered(options -> world.client.reauthentication().initiate(FlowWorld.token(), options));
        answered(options -> world.client.ccicVerification().initiate(FlowWorld.token(), Map.of("a", "b"), options));
        anonymous(form);
        sign();
        kept.addAll(world.delivered());
        kept.add(world.client.health());
    }

    private static String path(Api api) {
        return ApiPaths.DEFAULTS.path(api);
    }

    private void signIn() {
        world.answers(path(Api.GET_TOKEN), """
                {"accessToken":"canary-token","issueAt":1795400000000,"expiresIn":1,"openID":"id"}""");
        AuthorizationCode code = AuthorizationCode.of("canary-code");
        kept.add(TokenRequest.of(code).codeVerifier("canary-verifier"));
        kept.add(world.client.signIn().exchange(code));
        kept.add(granted());
        kept.add(AuthorizationRequest.builder()
                .redirectUri(URI.create("https://permits.example.hk/callback"))
                .state(STATE)
                .build());
    }

    private AuthorizationRedirect granted() {
        return world.client.signIn().parseRedirect("code=canary-code&state=" + STATE.value());
    }

    private interface Initiating {
        Object with(RequestOptions options);
    }

    private void answered(Initiating api) {
        RequestOptions options = options();
        kept.add(options);
        kept.add(api.with(options));
        byte[] callback = world.gateway.callback(
                "D00000",
                "{\"businessID\":\"" + options.businessId() + "\",\"state\":\"" + STATE.value() + "\"," + PERSON + "}");
        kept.add(world.client.callbacks().accept(callback, "application/json"));
        kept.add(world.client.callbacks().accept(callback, "application/json"));
        kept.add(world.client.requests().view(options.businessId(), "hash-of-the-session"));
        kept.add(store.find(options.businessId()));
    }

    private void sign() {
        SigningDetails details = SigningDetails.builder()
                .documentName("Application of SAN, Chi Nan")
                .signer(Hkic.of("A123456(3)"))
                .stepUp(StepUp.by(StepUp.Method.FACE))
                .build();
        DocumentDigest digest = new DocumentDigest("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
        HashSigningRequest hash = new HashSigningRequest(digest, details);
        PdfSigningRequest pdf = new PdfSigningRequest(digest, details);
        SignatureVerifier verifier = SignatureVerifier.builder()
                .trustAnchors(List.of(TestAuthority.rsa("Masking Root").certificate()))
                .build();
        ExpectedSignature expected = ExpectedSignature.of(hash);
        kept.addAll(List.of(hash, pdf, verifier, expected, SigningAnswer.ACCEPTED));
        world.accepts(path(SigningApi.HASH_KIND.initiate()), false);
        world.accepts(path(SigningApi.PDF_KIND.initiate()), false);
        answered(options -> world.client.signing().initiateHash(FlowWorld.token(), hash, options));
        answered(options -> world.client.signing().initiatePdf(FlowWorld.token(), pdf, options));
        kept.add(verifier.verify(SigningApi.HASH_KIND.read(("{" + PERSON + "}").getBytes(UTF_8)), expected));
        kept.add(new PdfVerifier(verifier));
        kept.add(new PdfSigner());
        PdfStamp stamp = new PdfStamp(1, 0, 0, 10, 10, PdfStamp.Appearance.text("SAN, Chi Nan"));
        kept.add(PdfSignatureOptions.builder().reason("canary").stamp(stamp).build());
        kept.add(new VerifiedSigning(world.client.signing(), verifier, request -> expected, (outcome, report) -> {}));
    }

    private void anonymous(FormFillingRequest form) {
        kept.add(CallbackHeaders.of(Map.of("clientID", "id", "signature", "canary", "nonce", "canary")));
        world.accepts(path(FormFillingApi.ANONYMOUS_KIND.initiate()), false);
        RequestOptions options = options();
        kept.add(world.client.formFilling().initiateAnonymous(form, options));
        world.answers(path(FormFillingApi.ANONYMOUS_KIND.result().orElseThrow()), "{" + PERSON + "}");
        kept.add(world.client.formFilling().completeAnonymous(granted(), options.businessId(), STATE));
    }

    @Test
    void noTypeShowsASecretOrAPersonInItsString() {
        live();

        Set<Class<?>> seen = walk(kept);

        Set<String> missed = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.iamsmart")
                        .stream()
                        .filter(SecretMaskingTest::isPublicValue)
                        .filter(type ->
                                seen.stream().noneMatch(one -> one.getName().equals(type.getName())))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !ELSEWHERE.contains(name))
                        .collect(Collectors.toSet());
        assertThat(missed).as("public types that this test has not met").isEmpty();
    }

    private static boolean isPublicValue(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.isInterface()
                && !type.isEnum()
                && type.isTopLevelClass()
                && !type.getPackageName().contains(".simulator")
                && !type.getPackageName().contains(".internal")
                && type.getFields().stream()
                        .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC));
    }

    /** Returns which of our types were met. */
    private static Set<Class<?>> walk(Collection<?> roots) {
        Map<Object, Boolean> seen = new IdentityHashMap<>();
        Deque<Object> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Object object = open.pop();
            if (seen.put(object, true) != null) {
                continue;
            }
            if (isOurs(object.getClass())) {
                assertThat(object.toString()).as(object.getClass().getName()).doesNotContain(SECRETS);
            }
            open.addAll(reachableFrom(object));
        }
        return seen.keySet().stream()
                .map(Object::getClass)
                .filter(SecretMaskingTest::isOurs)
                .collect(Collectors.toSet());
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.github.iamsmart.")
                && !type.isSynthetic()
                && !type.isHidden()
                && !type.getName().contains("Test");
    }

    private static Collection<Object> reachableFrom(Object object) {
        Collection<Object> reachable = new ArrayDeque<>();
        if (object instanceof Optional<?> optional) {
            optional.ifPresent(reachable::add);
        } else if (object instanceof Collection<?> collection) {
            reachable.addAll(collection);
        } else if (object instanceof Map<?, ?> map) {
            reachable.addAll(map.keySet());
            reachable.addAll(map.values());
        } else if (object instanceof AtomicReference<?> reference && reference.get() != null) {
            reachable.add(reference.get());
        } else if (object.getClass().isArray()
                && !object.getClass().getComponentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(object); i++) {
                Object element = Array.get(object, i);
                if (element != null) {
                    reachable.add(element);
                }
            }
        } else if (object.getClass().getName().startsWith("io.github.iamsmart.")) {
            for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
                addFields(object, type, reachable);
            }
        }
        return reachable;
    }

    private static void addFields(Object object, Class<?> type, Collection<Object> reachable) {
        if (!type.getName().startsWith("io.github.iamsmart.")) {
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            try {
                field.setAccessible(true);
                Object value = Modifier.isStatic(field.getModifiers()) ? null : field.get(object);
                if (value != null) {
                    reachable.add(value);
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(field.toString(), e);
            }
        }
    }

    @Test
    void noExceptionShowsASecretOrAPerson() {
        world.gateway.answer(StubGateway.PATH, okJson(world.gateway.sealed("{\"canary\":\"A123456\"}")));
        world.gateway.answer("/api/v1/odd", okJson("{\"code\":\"D20000\",\"content\":\"canary A123456"));
        world.gateway.answer("/api/v1/none", okJson("canary A123456"));
        world.gateway.answer(path(Api.GET_TOKEN), okJson(world.gateway.sealed("{\"accessToken\":\"canary\"}")));

        expect(() -> world.client.call(StubGateway.PATH, Map.of(), Integer.class));
        expect(() -> world.client.call("/api/v1/odd", Map.of(), String.class));
        expect(() -> world.client.call("/api/v1/none", Map.of(), String.class));
        expect(() -> world.client.signIn().exchange(AuthorizationCode.of("canary-code")));
        expect(() -> world.client.signIn().parseRedirect("code=canary%2&state=x"));
        expect(() -> world.client.signIn().parseRedirect("code=canary&code=canary"));
        expect(() -> AuthorizationCode.of("canary code"));
        expect(() -> State.of("canary state"));
        expect(() -> TokenisedId.of("canary".repeat(20)));
        expect(() -> Hkic.of("A123456(4)"));
        expect(() -> Hkic.of("canary"));
        expect(() -> KekKeyPair.fromPem("-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----", null, null));
        expect(() -> world.gateway.client().clientSecret("canary \n").build());
        expect(() -> world.client.formFilling().completeAnonymous(granted(), BusinessId.random(), STATE));
    }

    private static void expect(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isNotNull();
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            assertThat(e.toString()).doesNotContain(SECRETS);
        }
    }
}
