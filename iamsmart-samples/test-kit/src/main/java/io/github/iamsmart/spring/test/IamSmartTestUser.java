package io.github.iamsmart.spring.test;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.test.internal.simulator.TestBrowser;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A user of the running application, with a browser and a phone: over real HTTP, without a browser to install. The
 * browser keeps cookies and follows redirects; it runs no scripts.
 *
 * <pre>{@code
 * user.signInAs("plus");
 * user.post("/permits");
 * assertThat(user.approve().text()).startsWith("Permit for CHAN");
 * }</pre>
 *
 * <p>Inject one into a test with {@link AutoConfigureIamSmartSimulator}: each injection point has a user of its own,
 * with an empty jar of cookies. For one thread. Nothing sleeps, and nothing waits longer than 30 seconds.
 */
public final class IamSmartTestUser {

    private final TestBrowser browser;
    private final TestPhone phone;
    private String pathPrefix = "/iamsmart";

    /**
     * Creates a user who has not signed in.
     *
     * @param application where the application is, asked when the user first visits it; with its context path, and
     *     without a slash at the end
     * @param phone with which the user answers
     */
    public IamSmartTestUser(Supplier<URI> application, TestPhone phone) {
        this.browser = new TestBrowser(application);
        this.phone = phone;
    }

    /**
     * {@return a user of an application that runs anywhere, and uses a simulator}
     *
     * @param application where it is, with its context path, and without a slash at the end
     * @param simulator the one that it uses
     */
    public static IamSmartTestUser at(URI application, IamSmartSimulator simulator) {
        return new IamSmartTestUser(() -> application, TestPhone.of(simulator));
    }

    /**
     * Tells where the endpoints of the starter are; of use for an application elsewhere that sets
     * {@code iamsmart.path-prefix}.
     *
     * @param value the same value
     * @return this
     */
    public IamSmartTestUser pathPrefix(String value) {
        this.pathPrefix = value;
        return this;
    }

    /**
     * Signs in.
     *
     * @param personaId for example {@code basic} or {@code plus}
     * @return the page after it
     * @throws IllegalStateException if the application does not lead to iAM Smart
     */
    public TestPage signInAs(String personaId) {
        get(pathPrefix + "/login");
        return approveAs(personaId);
    }

    /**
     * Opens a page of the application, and follows where it leads.
     *
     * @param path within the application, from a slash on
     * @return the page at which the browser arrives
     */
    public TestPage get(String path) {
        return browser.get(browser.address(path));
    }

    /**
     * Sends a form without fields, as a button does, and follows where it leads. Where the page that is shown has a
     * CSRF token of Spring Security in a form, it is sent along.
     *
     * @param path within the application, from a slash on
     * @return the page at which the browser arrives: that of the starter that waits, for instance
     */
    public TestPage post(String path) {
        return post(path, Map.of());
    }

    /**
     * Sends a form, and follows where it leads; see {@link #post(String)}.
     *
     * @param path within the application, from a slash on
     * @param fields of the form
     * @return the page at which the browser arrives
     */
    public TestPage post(String path, Map<String, String> fields) {
        return browser.post(browser.address(path), fields);
    }

    /**
     * {@return the page that the browser shows}
     *
     * @throws IllegalStateException if it shows none yet
     */
    public TestPage page() {
        return browser.page();
    }

    /**
     * Approves what was begun, as the user who has signed in.
     *
     * @return the page to which the browser is led when the application has handled the result
     * @throws IllegalStateException if nothing waits for this user, or the application does not take the result
     */
    public TestPage approve() {
        return answer(TestPhone::approve);
    }

    /**
     * Approves what iAM Smart's page shows: a sign-in to which the application has led, or an anonymous request.
     *
     * @param personaId who approves
     * @return the page to which the browser is led; where the sign-in was for a request, the page that waits for it
     * @throws IllegalStateException if nothing waits for this user, or the application does not take the result
     */
    public TestPage approveAs(String personaId) {
        return answer(at -> at.approve(personaId));
    }

    /**
     * Refuses what was begun.
     *
     * @return the page that says so
     * @throws IllegalStateException if nothing waits for this user, or the application does not take the outcome
     */
    public TestPage refuse() {
        return answer(TestPhone::refuse);
    }

    /**
     * Leaves what was begun unanswered until its time is up. No time passes.
     *
     * @return the page that says so
     * @throws IllegalStateException if nothing waits for this user, or the application does not take the outcome
     */
    public TestPage letTimeOut() {
        return answer(TestPhone::letTimeOut);
    }

    /**
     * Waits until the request for which the shown page waits has ended, whoever answers it.
     *
     * @return the page to which the browser is led
     * @throws IllegalStateException if no page of the starter is shown that waits, or the application does not take the
     *     outcome
     */
    public TestPage afterWaiting() {
        if (waitingFor(browser.page()).isEmpty()) {
            throw new IllegalStateException(
                    "The browser shows no page that waits for a request: it is at " + browser.page() + ".");
        }
        return browser.afterWaiting();
    }

    /** {@return the browser's HTTP client, with its cookies: for requests of other kinds in the same session} */
    public HttpClient http() {
        return browser.http();
    }

    /** {@return the session and the other cookies of the application, as the value of a {@code Cookie} header} */
    public String cookies() {
        return browser.cookies();
    }

    private TestPage answer(Function<TestPhone, Outcome> how) {
        Optional<BusinessId> waiting = waitingFor(browser.page());
        Outcome outcome = how.apply(phone.at(shown(waiting)));
        if (outcome.redirect().isPresent()) {
            browser.get(outcome.redirect().get());
        } else if (waiting.isEmpty()) {
            return browser.page(); // one of the application's own, which knows by itself how to go on
        }
        return waitingFor(browser.page()).isPresent() && !isNew(waiting, outcome)
                ? browser.afterWaiting()
                : browser.page();
    }

    /** A sign-in for a request leads to the page of that request, which nobody has answered yet. */
    private boolean isNew(Optional<BusinessId> before, Outcome outcome) {
        Optional<BusinessId> now = waitingFor(browser.page());
        return !now.equals(before)
                && now.flatMap(id -> phone.simulator().findByBusinessId(id.value()))
                        .map(request -> !request.ticketId().equals(outcome.ticketId()))
                        .orElse(false);
    }

    private SimulatedRequest shown(Optional<BusinessId> waiting) {
        return waiting.flatMap(id -> phone.simulator().findByBusinessId(id.value()))
                .or(() -> browser.ticketOfGatewayPage(phone.simulator()))
                .orElseGet(phone::request);
    }

    /** {@return the request for which a page of the starter waits} */
    private Optional<BusinessId> waitingFor(TestPage page) {
        return TestBrowser.businessId(page, pathPrefix);
    }
}
