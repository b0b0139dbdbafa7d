package io.github.iamsmart;

import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.callback.EmbeddedKey;
import io.github.iamsmart.device.AppLink;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Screen;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.flow.OwnAppCalls;
import io.github.iamsmart.internal.gateway.HttpSettings;
import io.github.iamsmart.internal.gateway.RetryPolicy;
import io.github.iamsmart.internal.gateway.connection.ProxyLogin;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.signin.DirectLoginFlag;
import io.github.iamsmart.signing.IdentificationCode;
import io.github.iamsmart.signing.StepUpFields;
import java.net.Proxy;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a builder has collected, with what holds where nothing was said, and the checks of what was. */
final class ClientSettings {

    private static final int MOST_KEKS = 2;
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    @Nullable
    String clientId;

    @Nullable
    String clientSecret;

    Duration connectTimeout = Duration.ofSeconds(5);
    Duration readTimeout = Duration.ofSeconds(15);
    Duration callTimeout = Duration.ofSeconds(30);
    Duration keepAlive = Duration.ofMillis(500);
    Duration timestampTolerance = Duration.ofMinutes(5);

    @Nullable
    AppLink appLinks;

    @Nullable
    Proxy proxy;

    @Nullable
    ProxyLogin proxyLogin;

    @Nullable
    KeyStore trustStore;

    Environment environment = Environment.ITE;

    @Nullable
    URI baseUrl;

    @Nullable
    URI browserBaseUrl;

    ApiPaths paths = ApiPaths.DEFAULTS;
    Language language = Language.EN_US;
    Clock clock = Clock.systemUTC();
    CekStore cekStore = CekStore.NONE;
    RequestStore requestStore = new MemoryRequestStore();
    AnswerPartStore answerPartStore = new MemoryAnswerPartStore();
    DeliveryPolicy deliveryPolicy = DeliveryPolicy.DEFAULT;
    EmbeddedKey embeddedKey = EmbeddedKey.ACCEPT;
    int mostCallbackBytes = CallbackApi.MOST_BYTES;
    boolean encodeRedirectUri;
    final Map<String, Boolean> businessIdInGetResult = new TreeMap<>();
    OwnAppCalls ownAppCalls = OwnAppCalls.OFF;
    DirectLoginFlag directLoginFlag = DirectLoginFlag.TEXT;
    StepUpFields stepUpFields = StepUpFields.SUA;
    IdentificationCode identificationCode = IdentificationCode.PUBLISHED;
    RetryPolicy.Pause pause = time -> Thread.sleep(time.toMillis());
    final List<KekKeyPair> keks = new ArrayList<>();

    @Nullable
    Supplier<List<KekKeyPair>> changingKeks;

    final List<IamSmartListener> listeners = new ArrayList<>();
    IamSmartTracer tracer = IamSmartTracer.NONE;
    final List<RequestKind<?>> ownKinds = new ArrayList<>();

    String clientId() {
        return required(clientId, "clientId", "the client id");
    }

    String clientSecret() {
        return required(clientSecret, "clientSecret", "the client secret");
    }

    Environment environment() {
        Environment moved = baseUrl == null ? environment : environment.withBaseUrl(baseUrl);
        return browserBaseUrl == null ? moved : moved.withBrowserBaseUrl(browserBaseUrl);
    }

    AppLink appLinks() {
        return appLinks == null ? AppLink.forScheme(environment.appScheme()) : appLinks;
    }

    /** {@return the key pairs at the moment at which they are asked for} */
    Supplier<List<KekKeyPair>> keks() {
        Supplier<List<KekKeyPair>> changing = changingKeks;
        List<KekKeyPair> given = List.copyOf(keks);
        return changing == null ? () -> given : changing;
    }

    HttpSettings http() {
        return new HttpSettings(connectTimeout, readTimeout, keepAlive, proxy, proxyLogin, trustStore);
    }

    /** {@return the kinds of the SDK's flows and of the application's own} */
    List<RequestKind<?>> kinds() {
        return Stream.concat(IamSmartClient.FLOWS.stream().flatMap(flow -> flow.kinds().stream()), ownKinds.stream())
                .distinct()
                .toList();
    }

    /** {@return the calls whose path can be replaced} */
    List<Api> apis() {
        Stream<Api> ofKinds = kinds().stream().flatMap(kind -> kind.apis().stream());
        Stream<Api> others = IamSmartClient.FLOWS.stream().flatMap(flow -> flow.calls().stream());
        return Stream.of(Api.OF_THE_CLIENT.stream(), ofKinds, others)
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** {@return the names of the calls by their paths, for reports; a path that several have is the first one's} */
    Map<String, String> apisByPath() {
        Map<String, String> names = new HashMap<>();
        for (Api api : apis()) {
            if (api.defaultPath().isPresent() || paths.replaced().contains(api.name())) {
                String path = paths.path(api);
                names.putIfAbsent(path, api.name());
                ownAppCalls.find(path).ifPresent(own -> names.putIfAbsent(own, api.name()));
            }
        }
        return Map.copyOf(names);
    }

    /** {@return the screens whose context can be replaced} */
    List<Screen> screens() {
        return Stream.concat(Screen.OF_THE_CLIENT.stream(), kinds().stream().map(RequestKind::screen))
                .distinct()
                .toList();
    }

    /** {@return the kinds whose results are fetched with the business id, as declared or as the builder says} */
    Set<String> kindsWithBusinessIdInGetResult() {
        return kinds().stream()
                .filter(kind -> businessIdInGetResult.getOrDefault(kind.name(), kind.businessIdInGetResult()))
                .map(RequestKind::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> anonymousKinds() {
        return kinds().stream()
                .filter(RequestKind::isAnonymous)
                .map(RequestKind::name)
                .toList();
    }

    private static <T> List<String> names(List<T> values, Function<T, String> name) {
        return values.stream().map(name).toList();
    }

    /** {@return these settings, if a client can be made of them} */
    ClientSettings checked() {
        String id = clientId();
        clientSecret();
        if (!id.matches("[!-~]+")) {
            throw ConfigurationException.of(
                    "clientId", "clientId must be printable ASCII without blanks: copy it again.");
        }
        if (changingKeks != null && !keks.isEmpty()) {
            throw ConfigurationException.of(
                    "kek",
                    "Both kek and keks were given: give key pairs that stay, or a supplier of those that change.");
        }
        if (keks().get().isEmpty()) {
            throw ConfigurationException.of(
                    "kek",
                    "kek is missing: give the key pair of your encipherment certificate, for"
                            + " example KekKeyPair.fromPkcs12(path, password).");
        }
        if (keks.size() > MOST_KEKS) {
            throw new ConfigurationException("More than two KEKs were given: give the current one, and during a"
                    + " replacement the other one.");
        }
        new KnownNames(names(apis(), Api::name), "call of the gateway", "ApiPaths, iamsmart.paths", "paths")
                .require(paths.replaced());
        new KnownNames(names(screens(), Screen::name), "screen of the app", "AppLink, iamsmart.app-links", "appLinks")
                .require(appLinks().replaced());
        new KnownNames(
                        anonymousKinds(),
                        "anonymous kind of request",
                        "businessIdInGetResult, iamsmart.business-id-in-get-result",
                        "businessIdInGetResult")
                .require(businessIdInGetResult.keySet());
        return this;
    }

    private static String required(@Nullable String value, String name, String what) {
        if (value == null || value.isBlank()) {
            throw ConfigurationException.of(
                    name, name + " is missing: set " + what + " that stands on the Self-Service Portal.");
        }
        if (!value.equals(value.strip())) {
            throw ConfigurationException.of(
                    name, name + " begins or ends with a blank or a line break: copy it again without it.");
        }
        if (value.codePoints().anyMatch(ClientSettings::isInvisible)) {
            throw ConfigurationException.of(
                    name,
                    name + " has a line break, a no-break space or another character that cannot be seen: copy it again"
                            + " without it.");
        }
        return value;
    }

    /** What comes along when a text is copied from a page or a file. An ordinary blank may belong to it. */
    private static boolean isInvisible(int character) {
        return character != ' '
                && switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> true;
                    default -> false;
                };
    }

    /** Unlike a time-out, it may be zero. */
    static Duration span(Duration value, String name) {
        if (value.isNegative() || value.compareTo(LONGEST_TIMEOUT) > 0) {
            throw ConfigurationException.of(name, name + " must be between zero and one day.");
        }
        return value;
    }

    static Duration timeout(Duration value, String name) {
        if (value.compareTo(SHORTEST_TIMEOUT) < 0 || value.compareTo(LONGEST_TIMEOUT) > 0) {
            throw ConfigurationException.of(name, name + " must be between one millisecond and one day.");
        }
        return value;
    }
}
