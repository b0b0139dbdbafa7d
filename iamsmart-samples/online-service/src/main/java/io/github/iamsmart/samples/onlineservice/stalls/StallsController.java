package io.github.iamsmart.samples.onlineservice.stalls;

import io.github.iamsmart.samples.onlineservice.services.ServiceEntry;
import io.github.iamsmart.samples.onlineservice.stalls.Stall.Trade;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class StallsController {

    private static final List<Stall> FREE = List.of(
            new Stall(4, Trade.COOKED_FOOD, 3.0, 2_400),
            new Stall(9, Trade.REPAIRS, 1.5, 860),
            new Stall(12, Trade.CRAFTS, 2.0, 1_150),
            new Stall(15, Trade.FLOWERS, 2.5, 1_300),
            new Stall(21, Trade.CRAFTS, 1.5, 900));

    @Bean
    @Order(10)
    static ServiceEntry stallsService() {
        return new ServiceEntry("stalls", "/services/stalls");
    }

    @GetMapping("/services/stalls")
    String stalls(Model model) {
        model.addAttribute("stalls", FREE);
        return "stalls/free";
    }
}
