package io.github.iamsmart.samples.onlineservice.stalls;

import io.github.iamsmart.samples.onlineservice.services.ServiceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class StallsController {

    @Bean
    @Order(10)
    static ServiceEntry stallsService() {
        return new ServiceEntry("stalls", "/services/stalls");
    }

    @GetMapping("/services/stalls")
    String stalls(Model model) {
        model.addAttribute("stalls", Stall.FREE);
        return "stalls/free";
    }
}
