package io.github.iamsmart.samples.onlineservice.site;

import io.github.iamsmart.samples.onlineservice.permit.Stall;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page, the services that a stallholder can use after the sign-in, and the free stalls. */
@Controller
final class SitePages {

    private static final List<Service> SERVICES = List.of(
            new Service("stalls", "/services/stalls"),
            new Service("particulars", "/services/particulars"),
            new Service("permit", "/services/permit"),
            new Service("terms", "/services/signing/terms"),
            new Service("passes", "/services/day-passes"));

    /** A card; its name is that of the texts {@code service.<name>.title}, {@code .text} and {@code .action}. */
    public record Service(String name, String path) {}

    @GetMapping("/")
    String home() {
        return "home";
    }

    @GetMapping("/services")
    String services(Model model) {
        model.addAttribute("services", SERVICES);
        return "services";
    }

    @GetMapping("/services/stalls")
    String stalls(Model model) {
        model.addAttribute("stalls", Stall.FREE);
        return "stalls/free";
    }
}
