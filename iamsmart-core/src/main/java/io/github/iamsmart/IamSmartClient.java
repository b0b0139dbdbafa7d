package io.github.iamsmart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.ccic.CcicVerificationApi;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.internal.bulksigning.BulkSigningFlow;
import io.github.iamsmart.internal.ccic.CcicVerificationFlow;
import io.github.iamsmart.internal.flow.Flow;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.FlowRoutes;
import io.github.iamsmart.internal.flow.RedirectCompletion;
import io.github.iamsmart.internal.flow.RequestSender;
import io.github.iamsmart.internal.formfilling.FormFillingFlow;
import io.github.iamsmart.internal.gateway.ApiCall;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.profile.ProfileFlow;
import io.github.iamsmart.internal.reauth.ReauthenticationFlow;
import io.github.iamsmart.internal.signin.SignInFlow;
import io.github.iamsmart.internal.signing.SigningFlow;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.profile.ProfileApi;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.OwnRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.selfcheck.SelfCheckApi;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.SignInApi;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SigningApi;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger log = LoggerFactory.getLogger(IamSmartClient.class);

    /** The flows that this SDK has; a flow that is added stands here and below. */
    static final List<Flow> FLOWS = List.of(
            ProfileFlow.DECLARATION,
            FormFillingFlow.DECLARATION,
            SigningFlow.DECLARATION,
            BulkSigningFlow.DECLARATION,
            ReauthenticationFlow.DECLARATION,
            CcicVerificationFlow.DECLARATION);

    private final Engine engine;
    private final FlowContext context;
    private final RequestSender sender;
    private final FlowRoutes routes;
    private final RedirectCompletion completion;
    private final SignInApi signIn;
    private final ProfileApi profile;
    private final FormFillingApi formFilling;
    private final SigningApi signing;
    private final BulkSigningApi bulkSigning;
    private final ReauthenticationApi reauthentication;
    private final CcicVerificationApi ccicVerification;

    IamSmartClient(ClientSettings settings) {
        this.engine = new Engine(settings);
        this.context = engine.context();
        this.sender = new RequestSender(context);
        this.completion = new RedirectCompletion(context);
        this.signIn = new SignInFlow(context);
        this.profile = new ProfileFlow(context);
        this.formFilling = new FormFillingFlow(context);
        this.signing = new SigningFlow(context, settings.stepUpFields, settings.identificationCode);
        this.bulkSigning = new BulkSigningFlow(context, settings.stepUpFields);
        this.reauthentication = new ReauthenticationFlow(context);
        this.ccicVerification = new CcicVerificationFlow(context);
        this.routes = routes();
        warnOfExpiredCertificates();
    }

    private FlowRoutes routes() {
        return new FlowRoutes()
                .add(ProfileRequest.class, profile::initiate)
                .add(FormFillingRequest.class, formFilling::initiate, formFilling::initiateAnonymous)
                .add(HashSigningRequest.class, signing::initiateHash, signing::initiateAnonymousHash)
                .add(PdfSigningRequest.class, signing::initiatePdf, signing::initiateAnonymousPdf)
                .add(BulkSigningRequest.class, bulkSigning::initiate, bulkSigning::initiateAnonymous)
                .add(
                        ReauthenticationRequest.class,
                        (token, request, options) -> reauthentication.initiate(token, options))
                .add(OwnRequest.class, this::initiateOwn, this::initiateAnonymousOwn);
    }

    private InitiatedRequest initiateOwn(AccessToken token, OwnRequest request, RequestOptions options) {
        return sender.send(kind(request.kind()), token, options, members(request));
    }

    private AnonymousRequest initiateAnonymousOwn(OwnRequest request, RequestOptions options) {
        return sender.sendAnonymous(kind(request.kind()), request.scopes(), options, members(request));
    }

    private static ObjectNode members(OwnRequest request) {
        return Json.object(request.json().getBytes(UTF_8), "The body of the request " + request.kind());
    }

    private RequestKind<?> kind(String name) {
        return context.tracker()
                .kind(name)
                .orElseThrow(() -> new ConfigurationException("The client does not know the kind of request " + name
                        + ": add it with IamSmartClientBuilder.kind, or as a bean of the type RequestKind."));
    }

    private void warnOfExpiredCertificates() {
        health().kekCertificates().stream()
                .filter(IamSmartHealth.KekCertificate::expired)
                .forEach(kek -> log.warn(
                        "The certificate of the KEK ({}) expired at {}: get a new encipherment certificate, upload it on"
                                + " the Self-Service Portal and configure its key.",
                        kek.description(),
                        kek.notAfter().orElseThrow()));
    }

    /** {@return a builder of a client} */
    public static IamSmartClientBuilder builder() {
        return new IamSmartClientBuilder();
    }

    /** {@return the calls of the gateway that a client makes by itself; each can have another path} */
    public static List<Api> apis() {
        return new ClientSettings().apis();
    }

    /** {@return sign-in with iAM Smart} */
    public SignInApi signIn() {
        return signIn;
    }

    /** {@return the verified identity of a user who is signed in} */
    public ProfileApi profile() {
        return profile;
    }

    /** {@return form filling, signed in or anonymous} */
    public FormFillingApi formFilling() {
        return formFilling;
    }

    /** {@return digital signing of hashes and PDFs, signed in or anonymous} */
    public SigningApi signing() {
        return signing;
    }

    /** {@return digital signing of up to 1,000 documents with one consent, signed in or anonymous} */
    public BulkSigningApi bulkSigning() {
        return bulkSigning;
    }

    /** {@return re-authentication of a user who is signed in} */
    public ReauthenticationApi reauthentication() {
        return reauthentication;
    }

    /**
     * {@return verification of a consular corps identity card (CCIC)} Its path is not public and must be configured.
     */
    public CcicVerificationApi ccicVerification() {
        return ccicVerification;
    }

    /** {@return what takes the callbacks of iAM Smart} */
    public CallbackApi callbacks() {
        return engine.callbacks();
    }

    /** {@return the requests that users answer in the app, of all flows} */
    public Requests requests() {
        return context.tracker();
    }

    /**
     * Sends a request of any flow, for a signed-in user. Each flow has a method of its own for it too, such as
     * {@code formFilling().initiate(…)}. Blocks for one call.
     *
     * @param request what the user is asked
     * @param token the user's access token
     * @param options from where, and where the result goes
     * @return what the page has to do now
     * @throws io.github.iamsmart.error.ConfigurationException if the client does not know the kind, or its path
     * @throws IamSmartException if the gateway does not accept it
     */
    public InitiatedRequest initiate(UserRequest request, AccessToken token, RequestOptions options) {
        return routes.initiate(request, token, options);
    }

    /**
     * Sends a request of any flow, for a user who has not signed in. Blocks for one call.
     *
     * @param request what the user is asked
     * @param options from where, and where the browser comes back to
     * @return where to send the browser now, and what to keep for it
     * @throws io.github.iamsmart.error.InvalidRequestException if users must sign in for it
     * @throws IamSmartException if the gateway does not accept it
     */
    public AnonymousRequest initiateAnonymous(UserRequest request, RequestOptions options) {
        return routes.initiateAnonymous(request, options);
    }

    /**
     * Takes the browser's return after an anonymous request, of whatever flow it is: exchanges the code and fetches the
     * result, once, and stores it; {@link #requests()} says how the request ended, and deliver the outcome. Of a bulk
     * signing the token is fetched, and its signatures come by callback. Blocks for two calls.
     *
     * @param redirect what the browser brought back, by {@code signIn().parseRedirect(…)}
     * @param businessId of the request that this browser started, from its session for instance
     * @param state the one that this browser was given
     * @throws IamSmartException if the redirect belongs to another request, or for failures on the way
     */
    public void completeAnonymous(AuthorizationRedirect redirect, BusinessId businessId, State state) {
        completion.complete(redirect, businessId, state);
    }

    /**
     * Sends a request of a kind of the application's own, for a signed-in user. It is tracked, answered by callback and
     * delivered as those of the flows above. Blocks for one call.
     *
     * @param kind the kind, which the client was {@linkplain IamSmartClientBuilder#kind built with}
     * @param token the user's access token
     * @param body the members of this kind, as a record, a {@code Map}, or a class with getters; the members that all
     *     requests have are added. Leave lists without elements out, the gateway refuses them [1]
     * @param options from where, and where the result goes
     * @return what the page has to do now
     * @throws io.github.iamsmart.error.ConfigurationException if the client does not know the kind, or its path
     * @throws IamSmartException if the gateway does not accept it
     */
    public InitiatedRequest initiate(RequestKind<?> kind, AccessToken token, Object body, RequestOptions options) {
        return sender.send(kind, token, options, Json.toObject(body, "The body of the request " + kind));
    }

    /**
     * Sends a request of a kind of the application's own, for a user who has not signed in. Blocks for one call.
     *
     * @param kind an {@linkplain RequestKind#anonymous anonymous} kind, which the client was built with
     * @param body the members of this kind; the members that all requests have are added. Leave lists without elements
     *     out, the gateway refuses them [1]
     * @param options from where, and where the browser comes back to
     * @return where to send the browser now, and what to keep for it
     * @throws io.github.iamsmart.error.ConfigurationException if the client does not know the kind, or its path
     * @throws IamSmartException if the gateway does not accept it
     */
    public AnonymousRequest initiateAnonymous(RequestKind<?> kind, Object body, RequestOptions options) {
        return sender.sendAnonymous(
                kind, kind.scopes(), options, Json.toObject(body, "The body of the request " + kind));
    }

    /**
     * Takes the browser's return after {@link #initiateAnonymous}: exchanges the code and fetches the result, once, and
     * stores it before it is returned. A page that is loaded again gets the same outcome. Blocks for two calls.
     *
     * @param kind the kind of the request
     * @param redirect what the browser brought back, by {@code signIn().parseRedirect(…)}
     * @param businessId of the request that this browser started, from its session for instance
     * @param state the one that this browser was given
     * @param <T> the type of the result
     * @return how the request ended
     * @throws IamSmartException if the redirect belongs to another request, or for failures on the way
     */
    public <T> RequestOutcome<T> completeAnonymous(
            RequestKind<T> kind, AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return completion.complete(kind, redirect, businessId, state);
    }

    /**
     * Calls an API that has no typed method. The body is encrypted, signed and sent, and the answer's content
     * decrypted, as for any other call; after a failure the call is made again only if the gateway certainly did not
     * carry it out.
     *
     * @param path the path below the base URL, for example {@code /api/v1/…}
     * @param body what is written as the JSON business object, as it is: a record, a {@code Map}, a class with getters.
     *     Leave lists without elements out, the gateway refuses them [1]
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
     * Useful after a leak, or to make a newly uploaded KEK certificate take effect.
     *
     * @throws IamSmartException if the gateway does not do it
     */
    public void revokeCek() {
        engine.keys().revoke();
    }

    /** {@return what checks whether everything is in place: keys, gateway, clock, store, callback URLs} */
    public SelfCheckApi selfCheck() {
        return engine.selfCheck();
    }

    /** {@return what the client knows about itself at this moment} Makes no call. */
    public IamSmartHealth health() {
        return engine.health();
    }

    /** {@return the client id of the online service} */
    public String clientId() {
        return context.clientId();
    }

    /** {@return which gateway is called} */
    public Environment environment() {
        return context.environment();
    }

    /** {@return the language that is used where a request names none} */
    public Language language() {
        return context.language();
    }

    /** Closes connections and stops threads. Calls that are under way may fail. */
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
