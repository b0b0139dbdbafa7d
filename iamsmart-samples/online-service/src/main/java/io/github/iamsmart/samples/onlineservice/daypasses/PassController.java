package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.samples.onlineservice.services.ServiceEntry;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows which passes will be signed, and begins it. */
@Controller
@RequestMapping(PassController.BASE)
final class PassController {

    static final String BASE = "/services/day-passes";

    private final PassSession session;
    private final PassRequests requests;

    PassController(PassSession session, PassRequests requests) {
        this.session = session;
        this.requests = requests;
    }

    @Bean
    @Order(40)
    static ServiceEntry dayPassService() {
        return new ServiceEntry("passes", BASE);
    }

    @GetMapping
    String start(HttpServletRequest request, Model model) {
        Season season = session.findOrPrint(request);
        List<DayPass> passes = season.passes();
        model.addAttribute("all", passes.size());
        model.addAttribute("unsigned", season.unsigned().size());
        model.addAttribute("first", passes.get(0).day());
        model.addAttribute("last", passes.get(passes.size() - 1).day());
        model.addAttribute("holder", session.holder(request));
        model.addAttribute(
                "basic",
                IamSmartSignIn.from(request)
                        .filter(signIn -> !signIn.accountType().value().equals("sign"))
                        .isPresent());
        return "daypasses/start";
    }

    @PostMapping
    String sign(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Season season = session.findOrPrint(request);
        if (season.unsigned().isEmpty()) {
            return redirectTo("/report");
        }
        try {
            return redirectTo("/waiting/"
                    + requests.sign(season, request, response, locale).value());
        } catch (IamSmartException e) {
            return PassEndings.show(e, locale, model);
        }
    }

    static String redirectTo(String page) {
        return "redirect:" + BASE + page;
    }
}
