package io.github.iamsmart.spring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.internal.requests.IncomingCallback;
import io.github.iamsmart.internal.requests.IncomingCallback.OpenedFile;
import io.github.iamsmart.internal.requests.RequestTracker;
import io.github.iamsmart.internal.requests.StoreCipher;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.SealedContext;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import io.github.iamsmart.spring.internal.requests.BrowserOptions;
import io.github.iamsmart.spring.internal.requests.DefaultIamSmartRequests;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestStart;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Requests of two kinds in a store, without a gateway. */
public final class TestRequests {

    public static final RequestKind<String> KIND = RequestKind.builder(
                    "test", String.class, json -> new String(json, UTF_8))
            .path("/test")
            .lifetime(Duration.ofMinutes(18))
            .build();

    private static final byte[] SENT = "what was sent".getBytes(UTF_8);

    /** Its answer comes in parts. */
    public static final RequestKind<String> KIND_IN_PARTS = RequestKind.builder(
                    "in-parts", String.class, json -> new String(json, UTF_8))
            .path("/in-parts")
            .inParts((json, file) -> Part.PRELIMINARY)
            .build();

    public static final int ANONYMOUS_PER_MINUTE = 60;

    public final MutableClock clock = new MutableClock();
    public final RequestTracker tracker;
    public final List<URI> announced = new ArrayList<>();
    private final RequestStore store = new MemoryRequestStore();
    private final AnswerPartStore parts = new MemoryAnswerPartStore();

    public TestRequests() {
        this.tracker = node();
    }

    /** A node of the service; all of them share the stores. */
    public RequestTracker node() {
        StoreCipher opener = new StoreCipher() {
            @Override
            public byte[] open(SealedAnswer answer) {
                return answer.content();
            }

            @Override
            public byte[] open(AnswerFile file) {
                return file.bytes();
            }

            @Override
            public SealedContext seal(byte[] context) {
                return new SealedContext("", context);
            }

            @Override
            public byte[] open(SealedContext context) {
                return context.content();
            }
        };
        return new RequestTracker(
                "client",
                store,
                parts,
                List.of(KIND, KIND_IN_PARTS),
                opener,
                DeliveryPolicy.DEFAULT,
                IamSmartTracer.NONE,
                clock);
    }

    public static EndpointSettings endpoints(@Nullable String publicUrl) {
        return new EndpointSettings(
                publicUrl == null ? null : URI.create(publicUrl), "/iamsmart", Language.EN_US, "default");
    }

    public IamSmartRequests requests(@Nullable String publicUrl) {
        BrowserOptions options = new BrowserOptions(
                endpoints(publicUrl), List.of(announced::add), new NetworkLimit(ANONYMOUS_PER_MINUTE, clock));
        return new DefaultIamSmartRequests(options, TestRequests::withoutGateway, TestRequests::withoutGateway);
    }

    private static RequestStart withoutGateway(UserRequest request) {
        throw new IllegalStateException("There is no gateway to ask for " + request.kind());
    }

    /** A request that a browser has begun. */
    public record Begun(RequestOptions options, Cookie cookie) {

        public BusinessId id() {
            return options.businessId();
        }

        public String path() {
            return "/iamsmart/requests/" + id();
        }
    }

    public Begun begin() {
        return begin(KIND);
    }

    public Begun begin(RequestKind<?> kind) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        RequestOptions options =
                requests(null).options(new MockHttpServletRequest(), response).build();
        tracker.begin(kind, options, SENT);
        return new Begun(options, Objects.requireNonNull(response.getCookie("iamsmart-requests")));
    }

    /** Another request of the same browser. */
    public Begun beginAnother(Begun before) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(before.cookie());
        RequestOptions options =
                requests(null).options(request, new MockHttpServletResponse()).build();
        tracker.begin(KIND, options, SENT);
        return new Begun(options, before.cookie());
    }

    /** Parts of an answer come. */
    public void receiveParts(Begun begun, int total, int... numbers) {
        for (int number : numbers) {
            parts.add(new AnswerPart(
                    begun.id(),
                    number,
                    total,
                    SealedAnswer.withoutContent(ErrorCode.SUCCESS, clock.instant()),
                    AnswerFile.NONE,
                    clock.instant().plusSeconds(60)));
        }
    }

    public void answer(RequestTracker node, Begun begun, ErrorCode code) {
        byte[] result = "the result".getBytes(UTF_8);
        node.receive(new IncomingCallback(
                begun.id(),
                begun.options().state(),
                new SealedAnswer(code, null, "", result, clock.instant()),
                true,
                result,
                () -> result,
                () -> OpenedFile.NONE));
    }
}
