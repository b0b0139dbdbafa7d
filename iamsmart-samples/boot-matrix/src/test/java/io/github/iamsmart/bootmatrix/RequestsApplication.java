package io.github.iamsmart.bootmatrix;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** An application that asks users to fill a form, with a gateway, a clock and a store that a test plays with. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class RequestsApplication {

    @Bean
    StubGateway gateway() {
        return new StubGateway();
    }

    @Bean
    ShiftedClock clock() {
        return new ShiftedClock();
    }

    @Bean
    FragileStore store() {
        return new FragileStore();
    }

    @Bean
    Forms forms() {
        return new Forms();
    }

    @Bean
    Listener listener() {
        return new Listener();
    }

    @Controller
    static class Pages {

        private final IamSmartClient client;
        private final IamSmartRequests requests;

        Pages(IamSmartClient client, IamSmartRequests requests) {
            this.client = client;
            this.requests = requests;
        }

        /** Begins a request and says where the page has to look. */
        @GetMapping("/fill")
        @ResponseBody
        String fill(
                @RequestParam("reference") String reference, HttpServletRequest request, HttpServletResponse response) {
            FormFillingRequest form = FormFillingRequest.builder()
                    .profileFields(ProfileField.ENGLISH_NAME)
                    .formFields(FormField.EMAIL_ADDRESS)
                    .build();
            var sent = client.formFilling()
                    .initiate(
                            token(),
                            form,
                            requests.options(request, response)
                                    .reference(reference)
                                    .build());
            return requests.statePath(sent.businessId());
        }

        private static AccessToken token() {
            Instant now = Instant.now();
            return new AccessToken(
                    "stub-access-token-91",
                    TokenisedId.of("tokenised"),
                    AccountType.PLUS,
                    Set.of(Scope.FORM_FILLING),
                    now,
                    now.plusSeconds(60),
                    null);
        }
    }

    /** Hears of forms, and fails as often as it is told to; requests are told apart by their reference. */
    static class Forms implements IamSmartRequestHandler<FormFillingResult> {

        private final BlockingQueue<RequestOutcome<FormFillingResult>> outcomes = new LinkedBlockingQueue<>();
        private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
        private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
        private final Map<String, Semaphore> called = new ConcurrentHashMap<>();
        final Set<String> threads = ConcurrentHashMap.newKeySet();

        @Override
        public RequestKind<FormFillingResult> kind() {
            return FormFillingApi.KIND;
        }

        @Override
        public void handle(RequestOutcome<FormFillingResult> outcome) {
            String reference = outcome.request().reference().orElseThrow();
            threads.add(Thread.currentThread().getName());
            calls.computeIfAbsent(reference, key -> new AtomicInteger()).incrementAndGet();
            called.computeIfAbsent(reference, key -> new Semaphore(0)).release();
            AtomicInteger left = failures.getOrDefault(reference, new AtomicInteger());
            if (left.getAndUpdate(number -> Math.max(0, number - 1)) > 0) {
                throw new IllegalStateException(FormFiller.NAME + " could not be saved");
            }
            outcomes.add(outcome);
        }

        void fail(String reference, int times) {
            failures.put(reference, new AtomicInteger(times));
        }

        int calls(String reference) {
            return calls.getOrDefault(reference, new AtomicInteger()).get();
        }

        boolean awaitCall(String reference) throws InterruptedException {
            return called.computeIfAbsent(reference, key -> new Semaphore(0)).tryAcquire(20, SECONDS);
        }

        RequestOutcome<FormFillingResult> await(String reference) throws InterruptedException {
            while (true) {
                RequestOutcome<FormFillingResult> next =
                        Objects.requireNonNull(outcomes.poll(20, SECONDS), "nothing came");
                if (next.request().reference().equals(Optional.of(reference))) {
                    return next;
                }
            }
        }
    }

    static class Listener {

        final BlockingQueue<RequestOutcomeEvent<FormFillingResult>> events = new LinkedBlockingQueue<>();

        @EventListener
        void onFormFilling(RequestOutcomeEvent<FormFillingResult> event) {
            events.add(event);
        }
    }

    /** The system's time, shifted. */
    static final class ShiftedClock extends Clock {

        private volatile Duration shift = Duration.ZERO;

        void advance(Duration by) {
            shift = shift.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(shift);
        }
    }

    /** A store that can be away. */
    static final class FragileStore implements RequestStore {

        private final MemoryRequestStore memory = new MemoryRequestStore();
        volatile boolean away;

        private MemoryRequestStore store() {
            if (away) {
                throw new IllegalStateException(FormFiller.NAME + " could not be stored");
            }
            return memory;
        }

        @Override
        public boolean create(StoredRequest request) {
            return store().create(request);
        }

        @Override
        public Optional<StoredRequest> find(BusinessId businessId) {
            return store().find(businessId);
        }

        @Override
        public boolean replace(StoredRequest next) {
            return store().replace(next);
        }

        @Override
        public List<StoredRequest> due(String clientId, Instant now, int limit) {
            return store().due(clientId, now, limit);
        }

        @Override
        public void remove(BusinessId businessId) {
            store().remove(businessId);
        }

        @Override
        public long count(String clientId, RequestStatus status) {
            return store().count(clientId, status);
        }
    }
}
