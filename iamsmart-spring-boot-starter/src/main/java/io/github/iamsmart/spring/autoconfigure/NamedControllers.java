package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.autoconfigure.NamedBeginningMap.Beginnings;
import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import io.github.iamsmart.spring.internal.directlogin.UsedCodes;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.requests.ProgressPublisher;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.signin.SignInCompletion;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import io.github.iamsmart.spring.internal.signin.SignInSessions;
import io.github.iamsmart.spring.internal.signin.SignInSettings;
import io.github.iamsmart.spring.internal.signin.SignInStart;
import io.github.iamsmart.spring.internal.signin.SignInTracker;
import io.github.iamsmart.spring.internal.signin.SignInUrls;
import io.github.iamsmart.spring.internal.waiting.MissingPage;
import io.github.iamsmart.spring.internal.waiting.WaitingStreamRegistry;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.signin.AppSessionIssuer;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import io.github.iamsmart.spring.signin.SignInSuccessHandler;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/** The endpoints of one of several clients, made as those of the only one are. */
final class NamedControllers {

    private final IamSmartCallbackAutoConfiguration requests = new IamSmartCallbackAutoConfiguration();
    private final IamSmartSignInAutoConfiguration signIn = new IamSmartSignInAutoConfiguration();
    private final IamSmartDirectLoginAutoConfiguration directLogin = new IamSmartDirectLoginAutoConfiguration();

    private final NamedClientWiring wiring;
    private final IamSmartClient client;
    private final ConfiguredClient configured;
    private final NamedEndpointMap all;
    private final EndpointSettings endpoints;
    private final SmallPage page;
    private final Beginnings beginnings;
    private final ObjectProvider<Clock> clock;
    private final ObjectProvider<RequestDelivery> delivery;
    private final ObjectProvider<ProgressPublisher> progress;
    private final WaitingStreamRegistry streams;
    private final CallbackEndpoint callback;
    private final List<Object> controllers = new ArrayList<>();
    private final List<CallbackUrlAnnouncement> announcements = new ArrayList<>();
    private final LoginController login;

    NamedControllers(
            NamedClientWiring wiring,
            NamedEndpointMap all,
            Beginnings beginnings,
            @Nullable NamedDeliveryMap deliveries,
            SignInHookRegistry hooks,
            ApplicationEventPublisher events) {
        this.wiring = wiring;
        this.client = wiring.client();
        this.configured = wiring.configured();
        this.all = all;
        this.endpoints = all.settings(wiring.name());
        this.page = all.page(wiring.name());
        this.beginnings = beginnings;
        this.clock = wiring.clock();
        this.delivery =
                new Provided<>(() -> Stream.ofNullable(deliveries).map(delivered -> delivered.delivery(wiring.name())));
        this.progress = new Provided<>(
                () -> Stream.ofNullable(deliveries).map(delivered -> delivered.publisher(wiring.name())));
        this.streams = requests.iamSmartWaitingStreamRegistry(client, configured, clock, delivery);
        this.callback = requests.iamSmartCallbackEndpoint(client, configured, delivery, progress, streams);
        addRequests();
        this.login = addSignIn(hooks, events);
    }

    private void addRequests() {
        MissingPage missing = requests.iamSmartMissingPage(endpoints, all.captions(), page, beginnings.login());
        controllers.add(requests.iamSmartContinueController(beginnings.signedIn(), endpoints, clock));
        controllers.add(
                requests.iamSmartGatewayPageController(client, endpoints, all.handOver(wiring.name()), missing));
        controllers.add(requests.iamSmartAnonymousReturnController(
                client, endpoints, configured, beginnings.returns(), beginnings.problems(), delivery, clock));
        controllers.add(requests.iamSmartWaitingPageController(
                client, endpoints, all.pages(), all.captions(), all.style(wiring.name()), missing, clock));
        controllers.add(requests.iamSmartWaitingController(client, streams, endpoints));
        announcements.add(requests.iamSmartRequestUrlAnnouncement(endpoints, wiring.callbackUrlListeners()));
    }

    private LoginController addSignIn(SignInHookRegistry hooks, ApplicationEventPublisher events) {
        ObjectProvider<CallbackUrlListener> listeners = wiring.callbackUrlListeners();
        SignInSettings settings = signIn.iamSmartSignInSettings(configured);
        SignInUrls urls = signIn.iamSmartSignInUrls(endpoints, settings);
        SignInReplayStore used =
                one(SignInReplayStore.class).getIfAvailable(() -> signIn.iamSmartSignInReplayStore(clock));
        SignInTracker tracker = signIn.iamSmartSignInTracker(beginnings.seal(), used, settings, clock);
        SignInCompletion completion = signIn.iamSmartSignInCompletion(
                urls,
                one(SignInSuccessHandler.class).getIfAvailable(signIn::iamSmartSignInSuccessHandler),
                one(SignInFailureHandler.class)
                        .getIfAvailable(
                                () -> signIn.iamSmartSignInFailureHandler(settings, urls, page, all.captions())),
                hooks);
        SignInSessions sessions = signIn.iamSmartSignInSessions(events, hooks);
        SignInStart start = signIn.iamSmartSignInStart(urls, tracker, completion, listeners);
        LoginController made = signIn.iamSmartLoginController(
                client, endpoints, settings, start, clock, page, all.handOver(wiring.name()), all.captions());
        controllers.add(made);
        controllers.add(
                signIn.iamSmartLoginCallbackController(client, urls, tracker, sessions, completion, settings, clock));

        UsedCodes usedCodes = directLogin.iamSmartUsedCodes(used, clock);
        controllers.add(directLogin.iamSmartDirectLoginController(
                client, endpoints, urls, sessions, completion, usedCodes, settings, wiring.directLogin(), clock));
        controllers.add(directLogin.iamSmartDirectLoginStateController(
                client, endpoints, settings, urls, start, completion, configured, wiring.directLogin()));
        announcements.add(
                directLogin.iamSmartCallbackUrlAnnouncement(endpoints, urls, wiring.directLogin(), listeners));
        one(AppSessionIssuer.class)
                .ifAvailable(issuer -> controllers.add(directLogin.iamSmartAppLoginController(
                        client, endpoints, issuer, usedCodes, configured, wiring.directLogin(), clock)));
        return made;
    }

    private <T> ObjectProvider<T> one(Class<T> type) {
        return wiring.beans().one(type);
    }

    List<Object> controllers() {
        return List.copyOf(controllers);
    }

    List<CallbackUrlAnnouncement> announcements() {
        return List.copyOf(announcements);
    }

    LoginController login() {
        return login;
    }

    WaitingStreamRegistry streams() {
        return streams;
    }

    CallbackEndpoint callback() {
        return callback;
    }
}
