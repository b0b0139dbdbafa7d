package io.github.iamsmart.samples.onlineservice.simulated;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What happens behind a page: the calls of its newest request in order, the callback before and after decryption, the
 * lines of code at work, and the chapter of the guide. With the simulator only, which knows no real person.
 */
@Controller
final class BehindThePage {

    private static final String SOURCES = "source/io/github/iamsmart/samples/onlineservice/";
    private static final String GUIDE = "https://github.com/iamsmart/iamsmart-sdk-java/blob/main/docs/";

    private final ObjectProvider<IamSmartSimulator> simulator;

    BehindThePage(ObjectProvider<IamSmartSimulator> simulator) {
        this.simulator = simulator;
    }

    /** What the pages of the site are about; the first whose path begins that of the page. */
    private enum Topic {
        CONFIRMATION("/services/permit/re", "re-authentication", "permit/Confirmation.java", "confirm", "re-auth"),
        FORM("/services/permit", "form-filling", "permit/FormFilling.java", "fill", "form-filling"),
        ANONYMOUS_FORM("/permit", "form-filling", "permit/FormFilling.java", "fill", "form-filling"),
        PASSES("/services/day-passes", "bulk-signing", "daypasses/PassSigning.java", "sign", "bulk"),
        PDF("/services/signing/application", "pdf-signing", "signing/DocumentSigning.java", "sign", "signing"),
        SIGNING("/services/signing", "signing", "signing/DocumentSigning.java", "sign", "signing"),
        ANONYMOUS_SIGNING("/signing", "signing", "signing/DocumentSigning.java", "sign", "signing"),
        PARTICULARS("/services/particulars", "form-filling", "particulars/Particulars.java", "ask", "profile"),
        SIGN_IN("/", "sign-in", "signin/SignInView.java", "view", "sign-in");

        private final String path;
        private final String chapter;
        private final String source;
        private final String tag;
        private final String flow;

        Topic(String path, String chapter, String source, String tag, String flow) {
            this.path = path;
            this.chapter = chapter;
            this.source = source;
            this.tag = tag;
            this.flow = flow;
        }

        static Topic of(String path) {
            return Stream.of(values())
                    .filter(topic -> path.startsWith(topic.path))
                    .findFirst()
                    .orElse(SIGN_IN);
        }

        /** What a request is called, whose page waits. */
        static Topic ofFlow(String flow) {
            return Stream.of(values())
                    .filter(topic -> flow.contains(topic.flow))
                    .findFirst()
                    .orElse(SIGN_IN);
        }
    }

    @GetMapping("/behind")
    String show(@RequestParam(defaultValue = "/") String path, Model model) throws IOException {
        IamSmartSimulator running = simulator.getIfAvailable(() -> {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
        Optional<SimulatedRequest> waiting = Optional.of(path.split("/", -1))
                .filter(parts -> parts.length > 3 && parts[2].equals("requests"))
                .flatMap(parts -> running.findByBusinessId(parts[3]));
        Topic topic = waiting.map(one -> Topic.ofFlow(one.flow())).orElseGet(() -> Topic.of(path));
        Optional<SimulatedRequest> request = waiting.or(() -> running.requests().stream()
                .filter(one -> one.flow().contains(topic.flow))
                .reduce((earlier, later) -> later));
        Set<String> ticket = request.map(one -> Set.of(one.ticketId())).orElse(Set.of());
        model.addAttribute(
                "calls",
                running.calls().stream()
                        .filter(call -> call.ticketId().filter(ticket::contains).isPresent())
                        .toList());
        model.addAttribute("callback", RecordedCall.Direction.CALLBACK);
        model.addAttribute("source", topic.source);
        model.addAttribute("lines", lines(topic));
        model.addAttribute("chapter", topic.chapter);
        model.addAttribute("chapterUrl", GUIDE + topic.chapter + ".md");
        model.addAttribute("journal", running.baseUrl());
        return "behind";
    }

    /** The region of the class that is at work, which the build has packaged. */
    private static List<String> lines(Topic topic) throws IOException {
        List<String> region = new ArrayList<>();
        boolean inside = false;
        for (String line : new ClassPathResource(SOURCES + topic.source)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            inside &= !line.contains("end::" + topic.tag + "[]");
            if (inside) {
                region.add(line);
            }
            inside |= line.contains("tag::" + topic.tag + "[]");
        }
        return region;
    }
}
