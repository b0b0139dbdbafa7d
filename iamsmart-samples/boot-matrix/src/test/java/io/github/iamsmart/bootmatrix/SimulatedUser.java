package io.github.iamsmart.bootmatrix;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.function.Function;

/** Somebody with a browser and a simulated phone. */
final class SimulatedUser {

    private final Browser browser;
    private final URI application;
    private final IamSmartSimulator simulator;
    private final int alreadyLogged;

    SimulatedUser(Browser browser, URI application, IamSmartSimulator simulator) {
        this.browser = browser;
        this.application = application;
        this.simulator = simulator;
        this.alreadyLogged = simulator.log().size();
    }

    /** Presses the login button and answers on the phone; returns where the browser is sent then. */
    URI answer(String login, Function<String, Outcome> onThePhone) {
        HttpResponse<String> toGateway = browser.get(URI.create(application + login));
        URI page = Browser.location(toGateway);
        browser.get(page);
        String state = Browser.query(page).get("state");
        String ticket = simulator.requests().stream()
                .filter(request -> request.state().filter(state::equals).isPresent())
                .map(SimulatedRequest::ticketId)
                .findFirst()
                .orElseThrow();
        return onThePhone.apply(ticket).redirect().orElseThrow();
    }

    /** Presses the login button and approves; returns where the browser is sent then. */
    URI approve(String persona) {
        return answer("/iamsmart/login", ticket -> simulator.approve(ticket, persona));
    }

    /** Signs in to the end. */
    HttpResponse<String> signIn(String persona) {
        return browser.get(approve(persona));
    }

    /** Returns what the application says about this browser. */
    String home() {
        return browser.get(URI.create(application + "/")).body();
    }

    /** Returns how many codes were exchanged, or tried to be, since this user is there. */
    long exchanges() {
        return simulator.log().stream()
                .skip(alreadyLogged)
                .map(LogEntry::path)
                .filter(path -> path.endsWith("/getToken"))
                .count();
    }
}
