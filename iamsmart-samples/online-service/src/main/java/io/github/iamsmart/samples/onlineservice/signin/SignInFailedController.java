package io.github.iamsmart.samples.onlineservice.signin;

import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.ErrorCode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where {@code iamsmart.sign-in.failure-url} points: tells the visitor what happened and what to do. */
@Controller
final class SignInFailedController {

    private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{5}");
    private static final Set<String> REASONS =
            Set.of("declined", "failed", "ended", "other-browser", "malformed", "too-many-attempts", "unavailable");
    /** The visitor's own decision, a link that is of no use, or others: advice about phones would not help. */
    private static final Set<String> NOT_THE_PHONE =
            Set.of("declined", "ended", "other-browser", "malformed", "too-many-attempts");

    private final MessageSource messages;

    SignInFailedController(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/sign-in-failed")
    String signInFailed(@RequestParam(defaultValue = "failed") String error, Locale locale, Model model) {
        if (CODE.matcher(error).matches()) {
            ErrorCode code = ErrorCode.of(error);
            model.addAttribute("advice", code.category() != ErrorCategory.DECLINED);
            model.addAttribute("sentence", code.userMessage(locale));
            model.addAttribute("code", error);
        } else {
            model.addAttribute("advice", !NOT_THE_PHONE.contains(error));
            String reason = REASONS.contains(error) ? error : "failed";
            model.addAttribute("sentence", messages.getMessage("failure.reason." + reason, null, locale));
        }
        return "sign-in-failed";
    }
}
