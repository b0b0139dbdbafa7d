package io.github.iamsmart.samples.onlineservice.particulars;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.profile.ProfileApi;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.services.ServiceEntry;
import io.github.iamsmart.samples.onlineservice.signin.SignInAgain;
import io.github.iamsmart.samples.onlineservice.waiting.Ending;
import io.github.iamsmart.samples.onlineservice.waiting.WaitingViews;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Shows the visitor what iAM Smart has verified about them, with their consent. Nothing of it is kept here: the page is
 * made of the sealed answer, for as long as that is remembered.
 */
@Controller
final class ParticularsController {

    private static final String BASE = "/services/particulars";
    private static final String SENT = "particulars";
    private static final ProfileRequest EVERYTHING = ProfileRequest.of(
            ProfileField.ENGLISH_NAME,
            ProfileField.CHINESE_NAME,
            ProfileField.CHINESE_NAME_VERIFIED,
            ProfileField.ID_NUMBER,
            ProfileField.BIRTH_DATE,
            ProfileField.GENDER);

    private final IamSmartClient client;
    private final IamSmartRequests requests;
    private final WaitingViews views;
    private final Particulars particulars;

    ParticularsController(
            IamSmartClient client, IamSmartRequests requests, WaitingViews views, Particulars particulars) {
        this.client = client;
        this.requests = requests;
        this.views = views;
        this.particulars = particulars;
    }

    @Bean
    @Order(15)
    static ServiceEntry particularsService() {
        return new ServiceEntry("particulars", BASE);
    }

    @GetMapping(BASE)
    String start() {
        return "particulars/start";
    }

    @PostMapping(BASE)
    String ask(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        AccessToken token = IamSmartSignIn.from(request).orElseThrow().accessToken();
        try {
            InitiatedRequest sent = client.profile()
                    .initiate(
                            token,
                            EVERYTHING,
                            requests.options(request, response)
                                    .language(Language.closestTo(locale))
                                    .build());
            request.getSession().setAttribute(SENT, sent);
            return "redirect:" + BASE + "/" + sent.businessId();
        } catch (IamSmartException e) {
            return trouble(e, locale, model);
        }
    }

    /** Waits, and shows what came; for the browser that asked, and its latest request. */
    @GetMapping(BASE + "/{businessId}")
    String show(
            @PathVariable String businessId,
            @SessionAttribute(name = SENT, required = false) @Nullable InitiatedRequest sent,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        if (sent == null || !sent.businessId().value().equals(businessId)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            Optional<RequestOutcome<VerifiedProfile>> outcome =
                    client.requests().outcome(sent.businessId(), ProfileApi.KIND);
            if (outcome.isEmpty()) {
                URI page = ServletUriComponentsBuilder.fromRequestUri(request)
                        .build()
                        .toUri();
                model.addAttribute("waiting", views.of(sent, page, locale));
                return "particulars/waiting";
            }
            if (outcome.get() instanceof RequestOutcome.Completed<VerifiedProfile> completed) {
                model.addAttribute("lines", particulars.of(completed.result(), locale));
                return "particulars/shown";
            }
            return ended(Ending.of(outcome.get(), locale), model);
        } catch (IamSmartException e) {
            return trouble(e, locale, model);
        }
    }

    private static String trouble(IamSmartException trouble, Locale locale, Model model) {
        Ending ending = Ending.of(trouble, locale);
        return SignInAgain.redirect(ending.code(), BASE).orElseGet(() -> ended(ending, model));
    }

    private static String ended(Ending ending, Model model) {
        model.addAttribute("ending", ending);
        return "particulars/ended";
    }
}
