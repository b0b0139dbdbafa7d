package io.github.iamsmart.samples.onlineservice.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in for a visitor who came to a closed page, and the way out. */
@Controller
final class SignInController {

    /** The starter's login endpoint follows local paths only, so the path is passed on as it came. */
    @GetMapping("/sign-in")
    String signIn(@RequestParam(defaultValue = "/services") String returnTo, Model model) {
        model.addAttribute("returnTo", returnTo);
        return "sign-in";
    }

    /** For a visitor who is signed in here, but whose access token the gateway no longer takes. */
    @GetMapping(path = "/sign-in", params = "ended")
    String signInAgain(@RequestParam(defaultValue = "/services") String returnTo, Model model) {
        model.addAttribute("signIn", null);
        return signIn(returnTo, model);
    }

    /** Ends the session of this site; the gateway knows no sign-out. */
    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:/?signed-out";
    }
}
