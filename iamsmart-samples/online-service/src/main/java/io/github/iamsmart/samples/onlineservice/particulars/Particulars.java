package io.github.iamsmart.samples.onlineservice.particulars;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.identity.Gender;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.profile.ProfileApi;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.cases.Case;
import io.github.iamsmart.samples.onlineservice.cases.Cases;
import io.github.iamsmart.samples.onlineservice.cases.Visitor;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * Shows the visitor what iAM Smart has verified about them, with their consent. Nothing of it is kept here: the page is
 * made of the sealed answer, for as long as that is remembered.
 */
@Controller
final class Particulars {

    private static final String BASE = "/services/particulars";
    private static final ProfileRequest EVERYTHING = ProfileRequest.of(
            ProfileField.ENGLISH_NAME,
            ProfileField.CHINESE_NAME,
            ProfileField.CHINESE_NAME_VERIFIED,
            ProfileField.ID_NUMBER,
            ProfileField.BIRTH_DATE,
            ProfileField.GENDER);

    private final IamSmartClient client;
    private final IamSmartRequests requests;
    private final Cases cases;
    private final Visitor visitor;
    private final MessageSource messages;
    private final Clock clock;

    Particulars(
            IamSmartClient client,
            IamSmartRequests requests,
            Cases cases,
            Visitor visitor,
            MessageSource messages,
            Clock clock) {
        this.client = client;
        this.requests = requests;
        this.cases = cases;
        this.visitor = visitor;
        this.messages = messages;
        this.clock = clock;
    }

    /** Which request was asked; which answer is shown. */
    private record Asked(String id, String owner, Instant openedAt, int requests, Optional<BusinessId> answer)
            implements Case {
        Asked answered(BusinessId businessId) {
            return new Asked(id, owner, openedAt, requests, Optional.of(businessId));
        }
    }

    /** One line of the page. */
    public record Line(String key, String text, boolean verified) {
        /** Shows nothing of a person. */
        @Override
        public String toString() {
            return "Line[" + key + "]";
        }
    }

    @GetMapping(BASE)
    String start() {
        return "particulars/start";
    }

    // tag::ask[]
    @PostMapping(BASE)
    View ask(HttpServletRequest request) {
        Asked asked = cases.add(
                new Asked(UUID.randomUUID().toString(), visitor.of(request), clock.instant(), 0, Optional.empty()));
        return requests.begin(EVERYTHING)
                .reference(asked.reference())
                .thenGoTo(BASE + "/shown")
                .againAt(BASE)
                .redirect();
    }

    @EventListener
    void shown(RequestOutcomeEvent<VerifiedProfile> event) {
        event.outcome()
                .ifCompleted((sent, profile) -> cases.waitingFor(Asked.class, sent)
                        .ifPresent(asked -> cases.update(asked, one -> one.answered(sent.businessId()))));
    }

    @GetMapping(BASE + "/shown")
    String show(HttpServletRequest request, Locale locale, Model model) {
        Optional<RequestOutcome<VerifiedProfile>> outcome = cases.newest(Asked.class, visitor.of(request))
                .flatMap(Asked::answer)
                .flatMap(answer -> client.requests().outcome(answer, ProfileApi.KIND));
        if (outcome.isPresent() && outcome.get() instanceof RequestOutcome.Completed<VerifiedProfile> completed) {
            model.addAttribute("lines", lines(completed.result(), locale));
            return "particulars/shown";
        }
        return "redirect:" + BASE;
    }
    // end::ask[]

    /** What the user did not give is left out. */
    private List<Line> lines(VerifiedProfile profile, Locale locale) {
        boolean chineseVerified = profile.chineseNameVerified().orElse(false);
        return Stream.of(
                        line("englishName", profile.englishName().map(name -> name.value()), true),
                        line("chineseName", profile.chineseName().map(name -> name.value()), chineseVerified),
                        line("idNumber", profile.hkic().map(Hkic::masked), true),
                        line("birthDate", profile.birthDate().map(date -> date(date, locale)), true),
                        line("gender", profile.gender().map(gender -> gender(gender, locale)), true))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Line> line(String key, Optional<String> text, boolean verified) {
        return text.map(shown -> new Line(key, shown, verified));
    }

    private String date(LocalDate date, Locale locale) {
        return date.format(DateTimeFormatter.ofPattern(messages.getMessage("format.date", null, locale), locale));
    }

    /** A letter that is not known yet is shown as it came. */
    private String gender(Gender gender, Locale locale) {
        String letter = gender.value();
        return String.valueOf(messages.getMessage("particulars.gender." + letter, null, letter, locale));
    }
}
