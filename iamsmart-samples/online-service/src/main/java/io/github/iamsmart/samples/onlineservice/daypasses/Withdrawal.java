package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningHandle;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a request for signatures back, as long as its user has not begun to sign. */
@Controller
@RequestMapping(PassSigning.BASE + "/withdrawal")
final class Withdrawal {

    private final BulkSigningApi signing;

    Withdrawal(IamSmartClient client) {
        this.signing = client.bulkSigning();
    }

    /** Asks once more, on a page that does not go on by itself. */
    @GetMapping
    String ask(@RequestParam BusinessId request, Model model) {
        return page(request, "", model);
    }

    // tag::withdraw[]
    @PostMapping
    String withdraw(@RequestParam BusinessId request, IamSmartSignIn signIn, Model model) {
        try {
            Optional<BulkSigningHandle> handle = signing.handle(request, signIn.tokenisedId());
            if (handle.isEmpty()) {
                return page(request, "early", model); // the callback with the token has not come yet
            }
            signing.cancel(handle.get());
            return "redirect:" + PassSigning.BASE + "?withdrawn";
        } catch (GatewayException e) {
            boolean begun = e.code().equals(ErrorCode.BULK_SIGNING_NOT_PENDING);
            return page(request, begun ? "late" : "failed", model);
        } catch (IamSmartException e) {
            return page(request, "failed", model);
        }
    }
    // end::withdraw[]

    private static String page(BusinessId request, String problem, Model model) {
        model.addAttribute("businessId", request.value());
        model.addAttribute("problem", problem);
        return "daypasses/withdrawal";
    }
}
