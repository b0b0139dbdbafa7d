package io.github.iamsmart.bootmatrix;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignedInEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** A small application with the starter. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class MatrixApplication {

    @Bean
    SignedInUsers signedInUsers() {
        return new SignedInUsers();
    }

    @Controller
    static class Pages {

        /** Says who is signed in. */
        @GetMapping("/")
        @ResponseBody
        String home(HttpServletRequest request) {
            return IamSmartSignIn.from(request)
                    .map(signIn -> "signed in " + signIn.accountType() + " sameDevice=" + signIn.sameDevice() + " "
                            + signIn.language().wireValue())
                    .orElse("nobody");
        }

        /** Puts something into the session, as a basket would be. */
        @GetMapping("/basket")
        @ResponseBody
        String basket(HttpServletRequest request) {
            Object before = request.getSession().getAttribute("basket");
            request.getSession().setAttribute("basket", "full");
            return before == null ? "empty" : "full";
        }
    }

    static class SignedInUsers {

        private final List<IamSmartSignIn> users = new CopyOnWriteArrayList<>();

        @EventListener
        void onSignIn(SignedInEvent event) {
            users.add(event.signIn());
        }

        List<IamSmartSignIn> users() {
            return users;
        }
    }
}
