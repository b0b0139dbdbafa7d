package io.github.iamsmart.samples.onlineservice.simulated;

import io.github.iamsmart.samples.onlineservice.permit.Permits;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Six things in two minutes: signs a visitor in as the persona that can do the next one, and leads there. */
@Controller
final class Tour {

    private static final int TRIES = 100;

    private final ObjectProvider<IamSmartSimulator> simulator;
    private final Permits permits;

    Tour(ObjectProvider<IamSmartSimulator> simulator, Permits permits) {
        this.simulator = simulator;
        this.permits = permits;
    }

    /** The things of the tour that need somebody to be signed in. */
    enum Stop {
        FORM("basic", "/services/permit"),
        SIGNATURE("plus", "/services/signing/terms"),
        PDF("plus", "/services/signing/application"),
        PASSES("plus", "/services/day-passes");

        private final String persona;
        private final String path;

        Stop(String persona, String path) {
            this.persona = persona;
            this.path = path;
        }
    }

    /** Signs the persona in: the simulated phone says yes by itself, once. */
    @GetMapping("/tour/{stop}/begin")
    String begin(@PathVariable Stop stop) {
        IamSmartSimulator running = running();
        Set<String> before =
                running.requests().stream().map(SimulatedRequest::ticketId).collect(Collectors.toSet());
        approveNext(running, stop.persona, before, TRIES);
        return "redirect:/iamsmart/login?returnTo=/tour/" + stop;
    }

    @GetMapping("/tour/{stop}")
    String arrive(@PathVariable Stop stop, HttpServletRequest request) {
        running();
        if (stop == Stop.PDF && IamSmartSignIn.from(request).isPresent()) {
            permits.submitExample(request);
        }
        return "redirect:" + stop.path;
    }

    private static void approveNext(IamSmartSimulator running, String persona, Set<String> before, int tries) {
        running.requests().stream()
                .filter(one -> one.flow().equals("sign-in") && !before.contains(one.ticketId()))
                .findFirst()
                .ifPresentOrElse(
                        one -> running.approve(one.ticketId(), persona),
                        () -> CompletableFuture.delayedExecutor(tries > 0 ? 100 : 0, TimeUnit.MILLISECONDS)
                                .execute(() -> {
                                    if (tries > 0) {
                                        approveNext(running, persona, before, tries - 1);
                                    }
                                }));
    }

    private IamSmartSimulator running() {
        return simulator.getIfAvailable(() -> {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
    }
}
