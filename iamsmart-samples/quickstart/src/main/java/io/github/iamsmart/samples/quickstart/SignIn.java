package io.github.iamsmart.samples.quickstart;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

// tag::sign-in[]
@RestController
class SignIn {

    @GetMapping("/")
    String home(Optional<IamSmartSignIn> user) {
        return user.map(signIn -> "Signed in: " + signIn.tokenisedId().shortened())
                .orElse("<a href=/iamsmart/login>Login with iAM Smart</a>");
    }
}
// end::sign-in[]
