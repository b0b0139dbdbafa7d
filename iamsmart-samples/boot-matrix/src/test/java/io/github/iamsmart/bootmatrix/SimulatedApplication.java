package io.github.iamsmart.bootmatrix;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.formfilling.CallbackContentType;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** An application whose users sign in and fill a form, with the simulator and nothing configured. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SimulatedApplication {

    @Bean
    RequestsApplication.Forms forms() {
        return new RequestsApplication.Forms();
    }

    @Controller
    static class Pages {

        private final IamSmartClient client;
        private final IamSmartRequests requests;

        Pages(IamSmartClient client, IamSmartRequests requests) {
            this.client = client;
            this.requests = requests;
        }

        /** Begins a request of the user who has signed in. */
        @GetMapping("/fill")
        @ResponseBody
        Map<String, String> fill(
                @RequestParam("reference") String reference,
                @RequestParam("multipart") boolean multipart,
                HttpServletRequest request,
                HttpServletResponse response) {
            IamSmartSignIn signIn = IamSmartSignIn.from(request).orElseThrow();
            FormFillingRequest form = FormFillingRequest.builder()
                    .formName("Application for a permit")
                    .profileFields(ProfileField.ENGLISH_NAME)
                    .formFields(FormField.EMAIL_ADDRESS)
                    .callbackContentType(multipart ? CallbackContentType.MULTIPART : CallbackContentType.JSON)
                    .build();
            InitiatedRequest sent = client.formFilling()
                    .initiate(
                            signIn.accessToken(),
                            form,
                            requests.options(request, response)
                                    .reference(reference)
                                    .build());
            return Map.of(
                    "ticket", sent.ticketId(),
                    "state", requests.statePath(sent.businessId()),
                    "appLink", sent.appLink().map(URI::toString).orElse("none"));
        }

        /** Begins a request in one call, of a user who may have to sign in first. */
        @GetMapping("/begin")
        View begin(@RequestParam("reference") String reference) {
            return requests.begin(form()).reference(reference).thenGoTo("/done").redirect();
        }

        /** Begins a request of a user who does not sign in. */
        @GetMapping("/begin/anonymous")
        View beginAnonymous(@RequestParam("reference") String reference) {
            return requests.beginAnonymous(form())
                    .reference(reference)
                    .thenGoTo("/done")
                    .redirect();
        }

        private static FormFillingRequest form() {
            return FormFillingRequest.builder()
                    .formName("Application for a permit")
                    .profileFields(ProfileField.ENGLISH_NAME)
                    .formFields(FormField.EMAIL_ADDRESS)
                    .build();
        }

        @GetMapping("/me")
        @ResponseBody
        String me(IamSmartSignIn signIn, AccessToken token, TokenisedId user) {
            return "somebody";
        }

        @GetMapping("/perhaps")
        @ResponseBody
        String perhaps(Optional<IamSmartSignIn> signIn, @Nullable TokenisedId user) {
            return signIn.isPresent() + " " + (user != null);
        }
    }
}
