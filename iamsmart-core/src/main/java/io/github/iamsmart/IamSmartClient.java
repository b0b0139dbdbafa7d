package io.github.iamsmart;

import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.ccic.CcicVerificationApi;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.gateway.ApiCall;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.profile.ProfileApi;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.signin.SignInApi;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.tracking.RequestKind;
import io.github.iamsmart.tracking.RequestTracker;
import java.util.List;

/**
 * The client of one online service: the one entry of this SDK.
 *
 * <p>Immutable and thread-safe; make one, share it, {@linkplain #close() close} it at the end. Building it makes no
 * network call. Several clients live side by side without knowing of each other.
 *
 * <p>Calls block, and their time-outs bound them: the interruption of a thread is noticed before an attempt and between
 * two, not while the socket waits for an answer.
 *
 * <pre>{@code
 * IamSmartClient client = IamSmartClient.builder()
 *     .environment(Environment.ITE)
 *     .clientId(clientId)
 *     .clientSecret(clientSecret)
 *     .kek(KekKeyPair.fromPkcs12(Path.of("kek.p12"), password))
 *     .build();
 * }</pre>
 */
public final class IamSmartClient implements AutoCloseable {

    /** What users answer in the app: a flow that is added adds its kinds. */
    static final List<RequestKind<?>> KINDS = List.of(
            ProfileApi.KIND,
            FormFillingApi.KIND,
            FormFillingApi.ANONYMOUS_KIND,
            SigningApi.HASH_KIND,
            SigningApi.PDF_KIND,
            SigningApi.ANONYMOUS_HASH_KIND,
            SigningApi.ANONYMOUS_PDF_KIND,
            BulkSigningApi.KIND,
            BulkSigningApi.ANONYMOUS_KIND,
            ReauthenticationApi.KIND,
            CcicVerificationApi.KIND);

    private final Engine engine;
    private final FlowContext context;
    private final SignInApi signIn;
    private final ProfileApi profile;
    private final FormFillingApi formFilling;
    private final SigningApi signing;
    private final BulkSigningApi bulkSigning;
    private final ReauthenticationApi reauthentication;
    private final CcicVerificationApi ccicVerification;

    IamSmartClient(Engine engine) {
        this.engine = engine;
        this.context = engine.context();
        this.signIn = new SignInApi(context);
        this.profile = new ProfileApi(context);
        this.formFilling = new FormFillingApi(context);
        this.signing = engine.signing();
        this.bulkSigning = engine.bulkSigning();
        this.reauthentication = new ReauthenticationApi(context);
        this.ccicVerification = new CcicVerificationApi(context);
    }

    /**
     * Starts a client.
     *
     * @return a builder
     */
    public static IamSmartClientBuilder builder() {
        return new IamSmartClientBuilder();
    }

    /**
     * Sign-in with iAM Smart.
     *
     * @return the API of this flow
     */
    public SignInApi signIn() {
        return signIn;
    }

    /**
     * The verified identity of a user who is signed in.
     *
     * @return the API of this flow
     */
    public ProfileApi profile() {
        return profile;
    }

    /**
     * Form filling, with a sign-in before it or without.
     *
     * @return the API of this flow
     */
    public FormFillingApi formFilling() {
        return formFilling;
    }

    /**
     * Digital signing of hashes and PDFs, with a sign-in before it or without.
     *
     * @return the API of this flow
     */
    public SigningApi signing() {
        return signing;
    }

    /**
     * Digital signing of up to 1,000 documents with one consent, with a sign-in before it or without.
     *
     * @return the API of this flow
     */
    public BulkSigningApi bulkSigning() {
        return bulkSigning;
    }

    /**
     * Re-authentication of a user who is signed in.
     *
     * @return the API of this flow
     */
    public ReauthenticationApi reauthentication() {
        return reauthentication;
    }

    /**
     * Verification of a consular corps identity card (CCIC). Its path is not public and must be configured.
     *
     * @return the API of this flow
     */
    public CcicVerificationApi ccicVerification() {
        return ccicVerification;
    }

    /**
     * What iAM Smart posts to the service.
     *
     * @return takes callbacks
     */
    public CallbackApi callbacks() {
        return engine.callbacks();
    }

    /**
     * The requests that users answer in the app.
     *
     * @return follows them to their end
     */
    public RequestTracker requests() {
        return context.tracker();
    }

    /**
     * Calls an API that has no typed method. The body is encrypted, signed and sent, and the answer's content
     * decrypted, as for any other call; after a failure the call is made again only if the gateway certainly did not
     * carry it out.
     *
     * @param path the path below the base URL, for example {@code /api/v1/…}
     * @param body what is written as the JSON business object: a record, a {@code Map}, a class with getters
     * @param type what the content of the answer is read as: a record, {@code Map.class}, or {@code String.class} for
     *     the JSON text itself
     * @param <T> the type of the answer
     * @return the business object
     * @throws IamSmartException if the call does not succeed
     */
    public <T> T call(String path, Object body, Class<T> type) {
        byte[] answer = context.calls().call(new ApiCall(path, Repeat.IF_NOT_CARRIED_OUT), Json.write(body));
        return Json.convert(answer, type, "The content of " + path);
    }

    /**
     * Revokes the content encryption key (CEK) at the gateway, so that the next call gets a new one.
     *
     * <p>It takes effect for every node of the online service at once, which is why this SDK never does it by itself.
     * Of use after a leak, or to make a newly uploaded KEK certificate take effect.
     *
     * @throws IamSmartException if the gateway does not do it
     */
    public void revokeCek() {
        engine.keys().revoke();
    }

    /**
     * Tells what the client knows about itself. Makes no call.
     *
     * @return a picture of this moment
     */
    public IamSmartHealth health() {
        return engine.health();
    }

    /**
     * Returns which online service this is.
     *
     * @return the client id
     */
    public String clientId() {
        return context.clientId();
    }

    /**
     * Returns which gateway is called.
     *
     * @return the environment
     */
    public Environment environment() {
        return context.environment();
    }

    /**
     * Returns the language that is used where a request names none.
     *
     * @return the language
     */
    public Language language() {
        return context.language();
    }

    /** Gives connections and threads back. Calls that are under way may fail. */
    @Override
    public void close() {
        engine.close();
    }

    @Override
    public String toString() {
        return "IamSmartClient[clientId=" + clientId() + ", environment="
                + environment().name() + ", cek="
                + engine.keys().wrapped().map(WrappedCek::toString).orElse("none yet") + "]";
    }
}
