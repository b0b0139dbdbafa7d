package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

// tag::controller[]
@RestController
class PermitController {

    @GetMapping("/")
    String home(HttpServletRequest request) {
        return IamSmartSignIn.from(request)
                .map(signIn -> "Signed in: " + signIn.tokenisedId().shortened())
                .orElse("<a href=/iamsmart/login>Login with iAM Smart</a>");
    }
}
// end::controller[]
