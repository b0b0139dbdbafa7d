package io.github.iamsmart.simulator.console;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.console.ControlCalls.Reply;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.HttpEndpoint;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.page.Pages;
import java.util.function.Function;

/**
 * The console: what happens and what the simulator is set up with, in a browser. Its pages are whole without scripts; a
 * script keeps them fresh. It may do what the control API may, under the same rules for Host and Origin.
 */
public final class Console {
    private final ConsoleFrame frame;
    private final ConsolePages pages;
    private final SetupPages setup;
    private final ConsoleForms forms;
    private final ConsoleEvents events;

    /**
     * A console of one simulator.
     *
     * @param control answers the control API
     */
    public Console(IamSmartSimulator simulator, HttpEndpoint control, Journal journal, Pages pages) {
        ControlCalls calls = new ControlCalls(control);
        StateMark mark = new StateMark(simulator, journal, calls);
        this.frame = new ConsoleFrame(pages, mark::now);
        this.pages = new ConsolePages(frame, calls, simulator, journal);
        this.setup = new SetupPages(frame, calls);
        this.forms = new ConsoleForms(calls);
        this.events = new ConsoleEvents(mark, journal, simulator.clock());
    }

    /** Adds its routes. */
    public void route(Router router) {
        router.on("GET", "/", shown(pages::overview));
        router.on("GET", "/console/journal", shown(pages::journal));
        router.on(
                "GET",
                "/console/journal/*",
                call -> pages.line(view(call), Router.segments(call.path()).get(3)));
        router.on("GET", "/console/faults", shown(setup::faults));
        router.on("GET", "/console/personas", shown(setup::personas));
        router.on("GET", "/console/clients", shown(setup::clients));
        router.on("GET", "/console/events", call -> events.open());
        router.on("GET", "/console/console.css", call -> ConsoleFiles.css());
        router.on("GET", "/console/console.js", call -> ConsoleFiles.script());
        form(router, "/console/requests", forms::answer, "/", "answered", pages::overview);
        form(router, "/console/clock", forms::advance, "/", "clock", pages::overview);
        form(router, "/console/reset", form -> forms.reset(), "/", "reset", pages::overview);
        form(router, "/console/faults", forms::switchFault, "/console/faults", "fault", setup::faults);
        form(router, "/console/faults/clear", form -> forms.clearFaults(), "/console/faults", "fault", setup::faults);
        form(
                router,
                "/console/journal/clear",
                form -> forms.clearJournal(),
                "/console/journal",
                "cleared",
                pages::journal);
        form(router, "/console/personas", forms::persona, "/console/personas", "saved", setup::personas);
        form(router, "/console/personas/remove", forms::removePersona, "/console/personas", "removed", setup::personas);
        form(router, "/console/clients", forms::client, "/console/clients", "saved", setup::clients);
        form(router, "/console/clients/remove", forms::removeClient, "/console/clients", "removed", setup::clients);
    }

    /** What was done is told on the page that the browser comes to; what is wrong, on the page of the form. */
    private static void form(
            Router router,
            String path,
            Function<Parameters, Reply> action,
            String back,
            String notice,
            Function<ConsoleView, HttpAnswer> page) {
        router.on("POST", path, call -> {
            Parameters form = ConsoleFrame.form(call);
            ConsoleView view = new ConsoleView(ConsoleFrame.language(call, form), form, "");
            Reply reply = action.apply(form);
            return reply.done()
                    ? HttpAnswer.seeOther(back + "?lang=" + view.language().tag() + "&done=" + notice)
                    : page.apply(new ConsoleView(view.language(), form, reply.error()));
        });
    }

    private static HttpEndpoint shown(Function<ConsoleView, HttpAnswer> page) {
        return call -> page.apply(view(call));
    }

    private static ConsoleView view(HttpCall call) {
        return new ConsoleView(ConsoleFrame.language(call, call.query()), call.query(), "");
    }
}
