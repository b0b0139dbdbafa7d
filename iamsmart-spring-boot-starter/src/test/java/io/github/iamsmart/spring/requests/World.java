package io.github.iamsmart.spring.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningProgress;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.spring.MutableClock;
import io.github.iamsmart.spring.signin.SignInSettings;
import io.github.iamsmart.tracking.DeliveryPolicy;
import io.github.iamsmart.tracking.MemoryRequestStore;
import io.github.iamsmart.tracking.RequestKind;
import io.github.iamsmart.tracking.RequestStore;
import io.github.iamsmart.tracking.RequestTracker;
import io.github.iamsmart.tracking.SealedAnswer;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Requests of one kind in a store, without a gateway. */
final class World {

    static final RequestKind<String> KIND =
            RequestKind.of("test", String.class, Duration.ofMinutes(18), json -> new String(json, UTF_8));

    final MutableClock clock = new MutableClock();
    final RequestStore store = new MemoryRequestStore();
    final RequestTracker tracker = node();
    final List<URI> announced = new ArrayList<>();
    private final Map<BusinessId, BulkSigningProgress> parts = new HashMap<>();

    /** A node of the service; all of them share the store. */
    RequestTracker node() {
        return new RequestTracker(
                "client",
                store,
                List.of(KIND, BulkSigningApi.KIND),
                SealedAnswer::content,
                DeliveryPolicy.DEFAULT,
                clock);
    }

    static SignInSettings settings(String publicUrl) {
        return new SignInSettings(
                publicUrl == null ? null : URI.create(publicUrl),
                "/iamsmart",
                "/",
                Set.of(Scope.AUTH),
                Duration.ofMinutes(20),
                Language.EN_US);
    }

    IamSmartRequests requests(String publicUrl) {
        return new IamSmartRequests(settings(publicUrl), "default", List.of(announced::add));
    }

    /** A request that a browser has begun. */
    record Begun(RequestOptions options, Cookie cookie) {

        BusinessId id() {
            return options.businessId();
        }

        String path() {
            return "/iamsmart/requests/" + id();
        }
    }

    Begun begin() {
        return begin(KIND);
    }

    Begun begin(RequestKind<?> kind) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        RequestOptions options =
                requests(null).options(new MockHttpServletRequest(), response).build();
        tracker.begin(id(options), kind, options.state(), options.owner().orElseThrow(), null);
        return new Begun(options, Objects.requireNonNull(response.getCookie("iamsmart-requests")));
    }

    /** Another request of the same browser. */
    Begun beginAnother(Begun before) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(before.cookie());
        RequestOptions options =
                requests(null).options(request, new MockHttpServletResponse()).build();
        tracker.begin(id(options), KIND, options.state(), options.owner().orElseThrow(), null);
        return new Begun(options, before.cookie());
    }

    void cameSoFar(Begun begun, BulkSigningProgress progress) {
        parts.put(begun.id(), progress);
    }

    BulkSigningProgress progress(BusinessId businessId) {
        return parts.getOrDefault(businessId, BulkSigningProgress.NONE);
    }

    private static BusinessId id(RequestOptions options) {
        return options.businessId();
    }

    void answer(RequestTracker node, Begun begun, ErrorCode code) {
        node.receive(
                begun.id(),
                begun.options().state().value(),
                new SealedAnswer(code, null, "", "the result".getBytes(UTF_8), clock.instant()));
    }
}
