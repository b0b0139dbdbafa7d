package io.github.iamsmart.samples.onlineservice.services;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class ServicesController {

    private final List<ServiceEntry> services;

    ServicesController(ObjectProvider<ServiceEntry> services) {
        this.services = services.orderedStream().toList();
    }

    @GetMapping("/services")
    String services(Model model) {
        model.addAttribute("services", services);
        return "services";
    }
}
