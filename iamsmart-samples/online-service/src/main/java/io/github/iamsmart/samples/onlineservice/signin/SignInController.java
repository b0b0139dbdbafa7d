package io.github.iamsmart.samples.onlineservice.signin;

import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.samples.onlineservice.cases.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in for a visitor who came to a closed page, what is said if it fails, and the way out. */
@Controller
final class SignInController {

    private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{5}");
    private static final Set<String> REASONS =
            Set.of("declined", "failed", "ended", "other-browser", "malformed", "too-many-attempts", "unavailable");

    /** For which advice about phones may help. */
    private static final Set<String> THE_PHONE = Set.of("failed", "unavailable");

    private final Visitor visitor;
    private final MessageSource messages;

    SignInController(Visitor visitor, MessageSource messages) {
        this.visitor = visitor;
        this.messages = messages;
    }

    /** The starter's login endpoint follows local paths only, so the path is passed on as it came. */
    @GetMapping("/sign-in")
    String signIn(@RequestParam(defaultValue = "/services") String returnTo, Model model) {
        model.addAttribute("returnTo", returnTo);
        return "sign-in";
    }

    /** Where {@code iamsmart.sign-in.failure-url} points. */
    @GetMapping("/sign-in-failed")
    String failed(@RequestParam(defaultValue = "failed") String error, Locale locale, Model model) {
        if (CODE.matcher(error).matches()) {
            ErrorCode code = ErrorCode.of(error);
            model.addAttribute("advice", code.category() != ErrorCategory.DECLINED);
            model.addAttribute("sentence", code.userMessage(locale));
            model.addAttribute("code", error);
        } else {
            String reason = REASONS.contains(error) ? error : "failed";
            model.addAttribute("advice", THE_PHONE.contains(reason));
            model.addAttribute("sentence", messages.getMessage("failure.reason." + reason, null, locale));
        }
        return "sign-in-failed";
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        visitor.signOut(request);
        return "redirect:/?signed-out";
    }

    /** Somebody else has signed in meanwhile, in another window of this browser. */
    @GetMapping("/other-person")
    String otherPerson() {
        return "other-person";
    }
}
