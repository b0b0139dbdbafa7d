package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermit;
import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermits;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks for the signatures of many passes at once, and withdraws such a request. */
@Component
final class PassRequests {

    /** Few enough that the page has progress to show. */
    private static final int SIGNATURES_IN_A_CALLBACK = 20;

    private final BulkSigningApi signing;
    private final IamSmartRequests requests;
    private final SubmittedPermits permits;
    private final PassDesk desk;
    private final MessageSource messages;

    PassRequests(
            IamSmartClient client,
            IamSmartRequests requests,
            SubmittedPermits permits,
            PassDesk desk,
            MessageSource messages) {
        this.signing = client.bulkSigning();
        this.requests = requests;
        this.permits = permits;
        this.desk = desk;
        this.messages = messages;
    }

    // tag::sign[]
    /** Asks a signed-in user to sign what is not signed yet; the applicant alone, if it is known who that is. */
    BusinessId sign(Season season, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        AccessToken token = IamSmartSignIn.from(request).orElseThrow().accessToken();
        List<DayPass> unsigned = season.unsigned();
        BulkSigningRequest.Builder bulk = BulkSigningRequest.builder()
                .department(text("site.name", locale))
                .serviceName(text("site.desk", locale))
                .requestName(text("daypass.title", locale))
                .documents(unsigned.stream()
                        .map(pass -> pass.document(name(pass.day(), locale)))
                        .toList())
                .signaturesInACallback(SIGNATURES_IN_A_CALLBACK);
        applicant(request).ifPresent(bulk::signer);
        RequestOptions options = requests.options(request, response)
                .language(Language.closestTo(locale))
                .reference(season.id()) // the outcome brings it back
                .build();
        desk.begin(
                season.id(),
                options.businessId(),
                unsigned.stream().map(DayPass::number).collect(Collectors.toSet()));
        desk.sent(season.id(), signing.initiate(token, bulk.build(), options));
        return options.businessId();
    }
    // end::sign[]

    /** What came of an attempt to withdraw a request. */
    enum Withdrawal {
        DONE,
        TOO_EARLY,
        TOO_LATE
    }

    // tag::withdraw[]
    Withdrawal withdraw(BusinessId businessId, TokenisedId user) {
        try {
            return signing.handle(businessId, user)
                    .map(handle -> {
                        signing.cancel(handle);
                        return Withdrawal.DONE;
                    })
                    .orElse(Withdrawal.TOO_EARLY); // the callback with the token has not come yet
        } catch (GatewayException e) {
            if (e.code().equals(ErrorCode.BULK_SIGNING_NOT_PENDING)) {
                return Withdrawal.TOO_LATE; // the user has begun
            }
            throw e;
        }
    }
    // end::withdraw[]

    private Optional<Hkic> applicant(HttpServletRequest request) {
        return permits.find(request).flatMap(SubmittedPermit::hkic);
    }

    private String name(LocalDate day, Locale locale) {
        String pattern = text("format.date", locale);
        return text("daypass.name", locale) + " "
                + DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
