package io.github.iamsmart.samples.browser;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.samples.onlineservice.OnlineServiceApplication;
import io.github.iamsmart.samples.onlineservice.cases.Cases;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The sample with its simulator inside this JVM, both on free ports. */
final class Site implements AutoCloseable {

    private final SiteClock clock = new SiteClock();
    private final ConfigurableApplicationContext application;

    Site() {
        this(OnlineServiceApplication.class);
    }

    /** Another application than the sample. */
    Site(Class<?> source, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--server.port=0", "--iamsmart.simulator.port=0"));
        all.addAll(List.of(arguments));
        application = new SpringApplicationBuilder(source)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("siteClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
                .run(all.toArray(String[]::new));
    }

    String url(String path) {
        return "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port")
                + application.getEnvironment().getProperty("server.servlet.context-path", "") + path;
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    IamSmartSimulator simulator() {
        return application.getBean(IamSmartSimulator.class);
    }

    /** Moves the time of the site and of the simulator alike. */
    void advance(Duration by) {
        simulator().advance(by);
        clock.advance(by);
    }

    /** What the simulator knows the site as. */
    String clientId() {
        return client().clientId();
    }

    private IamSmartClient client() {
        return application.getBean(IamSmartClient.class);
    }

    /** Forgets what earlier tests have begun. */
    void forgetCases() {
        application.getBeanProvider(Cases.class).ifAvailable(Cases::clear);
    }

    /** The request that a browser began last. */
    SimulatedRequest newestRequest() {
        List<SimulatedRequest> requests = simulator().requests();
        return requests.get(requests.size() - 1);
    }

    /** How many codes the site has exchanged, or tried to, since it started. */
    long exchanges() {
        return simulator().log().stream()
                .filter(entry -> entry.path().endsWith("/auth/getToken"))
                .count();
    }

    /** Whether the site knows the token of a bulk request by now. */
    boolean canWithdraw(String ticket) {
        BusinessId businessId = simulator().requests().stream()
                .filter(request -> request.ticketId().equals(ticket))
                .flatMap(request -> request.businessId().stream())
                .map(BusinessId::new)
                .findFirst()
                .orElseThrow();
        return client().bulkSigning()
                .handle(businessId, TokenisedId.of("anybody"))
                .isPresent();
    }

    @Override
    public void close() {
        application.close();
    }
}
