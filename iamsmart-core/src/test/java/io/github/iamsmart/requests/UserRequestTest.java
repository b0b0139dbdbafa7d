package io.github.iamsmart.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.formfilling.CallbackContentType;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.StepUp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserRequestTest {

    private static final DocumentDigest DIGEST = DocumentDigest.of(new byte[] {1});
    private static final RequestKind<String> LICENCE = RequestKind.builder("licence", String.class, json -> "")
            .path("/api/v1/account/licence/initiateRequest")
            .scopes(new Scope("eidapi_licence"))
            .build();
    private static final RequestKind<String> ANONYMOUS_LICENCE = LICENCE.anonymous()
            .path("/api/v1/anonymous/licence/initiateRequest")
            .resultPath("/api/v1/anonymous/licence/getResult")
            .build();

    static Stream<UserRequest> requests() {
        SigningDetails details = SigningDetails.builder()
                .department("Permits")
                .serviceName("Stalls")
                .documentName("Contract")
                .signer(Hkic.parse("A123456(3)").orElseThrow())
                .stepUp(StepUp.by(StepUp.Method.FACE).within(Duration.ofHours(2)))
                .build();
        return Stream.of(
                FormFillingRequest.builder()
                        .formName("Permit")
                        .profileFields(ProfileField.ENGLISH_NAME)
                        .formFields(FormField.EMAIL_ADDRESS)
                        .callbackContentType(CallbackContentType.JSON)
                        .build(),
                ProfileRequest.of(ProfileField.BIRTH_DATE),
                new HashSigningRequest(DIGEST, details),
                new PdfSigningRequest(DIGEST, details),
                BulkSigningRequest.builder()
                        .serviceName("Stalls")
                        .requestName("June")
                        .document(BulkDocument.hash("1", "one", DIGEST))
                        .document(BulkDocument.pdf("2", "two", DIGEST))
                        .build(),
                new ReauthenticationRequest(),
                OwnRequest.of(LICENCE, Map.of("class", "2")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isTheSameAfterASessionHasKeptIt(UserRequest request) {
        UserRequest kept = read(written(request));

        assertThat(kept.kind()).isEqualTo(request.kind());
        assertThat(kept.anonymousKind()).isEqualTo(request.anonymousKind());
        assertThat(kept.scopes()).isEqualTo(request.scopes());
        assertThat(kept).usingRecursiveComparison().isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isSentByItsFlow(UserRequest request) {
        try (FlowWorld world = world()) {
            RequestKind<?> kind = kind(world.client, request.kind());
            world.accepts(ApiPaths.DEFAULTS.path(kind.initiate()), true);

            InitiatedRequest sent = world.client.initiate(
                    request,
                    FlowWorld.token(),
                    FlowWorld.options().owner("browser").build());

            assertThat(world.client.requests().view(sent.businessId(), "browser"))
                    .get()
                    .satisfies(view -> assertThat(view.kind()).isEqualTo(request.kind()));
            assertThat(sent.identificationCode().isPresent())
                    .isEqualTo(request.kind().matches("(hash|pdf)-signing"));
            assertThat(request.scopes()).containsAll(kind.scopes());
        }
    }

    @Test
    void anAnonymousOneIsSentAndItsReturnTakenWhateverItIs() {
        try (FlowWorld world = world()) {
            world.accepts("/api/v1/anonymous/licence/initiateRequest", true);
            world.answers("/api/v1/auth/getToken", """
                    {"accessToken":"canary-token","issueAt":1795400000000,"expiresIn":1,"openID":"id"}""");
            world.answers("/api/v1/anonymous/licence/getResult", "{}");
            RequestOptions options = FlowWorld.options()
                    .redirectUri(FlowWorld.REDIRECT)
                    .owner("browser")
                    .build();

            AnonymousRequest sent = world.client.initiateAnonymous(OwnRequest.of(ANONYMOUS_LICENCE, Map.of()), options);
            world.client.completeAnonymous(
                    world.client
                            .signIn()
                            .parseRedirect("code=c&state=" + sent.state().value()),
                    sent.businessId(),
                    sent.state());

            assertThat(sent.scopes()).containsExactly(new Scope("eidapi_licence"));
            assertThat(phase(world, sent.businessId())).contains(Phase.PROCESSING);
            world.delivered();
            assertThat(phase(world, sent.businessId())).contains(Phase.COMPLETED);
        }
    }

    @Test
    void theResultIsNotLostWhereAContextIsKeptWhileItIsFetched() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        IamSmartListener listener = new IamSmartListener() {
            @Override
            public void onCall(CallReport report) {
                if (report.path().endsWith("/getResult")) {
                    meanwhile.get().run();
                }
            }
        };
        try (FlowWorld world = new FlowWorld(
                builder -> builder.kind(LICENCE).kind(ANONYMOUS_LICENCE).listener(listener))) {
            world.accepts("/api/v1/anonymous/licence/initiateRequest", true);
            world.answers("/api/v1/auth/getToken", """
                    {"accessToken":"canary-token","issueAt":1795400000000,"expiresIn":1,"openID":"id"}""");
            world.answers("/api/v1/anonymous/licence/getResult", "{}");
            RequestOptions options =
                    FlowWorld.options().redirectUri(FlowWorld.REDIRECT).build();
            AnonymousRequest sent = world.client.initiateAnonymous(OwnRequest.of(ANONYMOUS_LICENCE, Map.of()), options);
            meanwhile.set(() -> world.client.requests().keepContext(sent.businessId(), "context"));

            RequestOutcome<String> outcome = world.client.completeAnonymous(
                    ANONYMOUS_LICENCE,
                    world.client
                            .signIn()
                            .parseRedirect("code=c&state=" + sent.state().value()),
                    sent.businessId(),
                    sent.state());

            assertThat(outcome).isInstanceOf(RequestOutcome.Completed.class);
        }
    }

    @Test
    void whoMustSignInIsToldSo() {
        try (FlowWorld world = world()) {
            RequestOptions options =
                    FlowWorld.options().redirectUri(FlowWorld.REDIRECT).build();

            assertThatThrownBy(() -> world.client.initiateAnonymous(new ReauthenticationRequest(), options))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("sign in");
            assertThatThrownBy(() -> world.client.initiateAnonymous(OwnRequest.of(LICENCE, Map.of()), options))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("signed in");
        }
    }

    @Test
    void aClassThatNoFlowSendsIsRefused() {
        UserRequest foreign = new Foreign();
        try (FlowWorld world = world()) {
            assertThatThrownBy(() -> world.client.initiate(
                            foreign, FlowWorld.token(), FlowWorld.options().build()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("OwnRequest.of");
        }
    }

    @Test
    void aStepUpAddsItsScope() {
        assertThat(requests()
                        .filter(HashSigningRequest.class::isInstance)
                        .findFirst()
                        .orElseThrow()
                        .scopes())
                .containsExactlyInAnyOrder(Scope.SIGN, Scope.STEP_UP);
    }

    private record Foreign() implements UserRequest {

        @Override
        public String kind() {
            return "licence";
        }

        @Override
        public Optional<String> anonymousKind() {
            return Optional.empty();
        }

        @Override
        public Set<Scope> scopes() {
            return Set.of();
        }
    }

    private static FlowWorld world() {
        return new FlowWorld(builder -> builder.kind(LICENCE).kind(ANONYMOUS_LICENCE));
    }

    private static RequestKind<?> kind(IamSmartClient client, String name) {
        List<RequestKind<?>> kinds = client.requests().kinds();
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Phase> phase(FlowWorld world, BusinessId id) {
        return world.client.requests().view(id, "browser").map(RequestView::phase);
    }

    private static byte[] written(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static UserRequest read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (UserRequest) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
