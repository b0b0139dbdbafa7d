package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.samples.onlineservice.permit.PendingRequest.Purpose;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends the requests to iAM Smart. Each is noted with the application before it is sent. */
@Component
final class PermitRequests {

    static final String RETURN = "/permit/return";
    private static final String FORM_NUMBER = "KSM-1";

    private final IamSmartClient client;
    private final IamSmartRequests requests;
    private final PermitDesk desk;
    private final MessageSource messages;

    PermitRequests(IamSmartClient client, IamSmartRequests requests, PermitDesk desk, MessageSource messages) {
        this.client = client;
        this.requests = requests;
        this.desk = desk;
        this.messages = messages;
    }

    // tag::fill[]
    /** Asks a signed-in user for the data of the form. */
    BusinessId fill(
            PermitApplication application, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        AccessToken token = IamSmartSignIn.from(request).orElseThrow().accessToken();
        RequestOptions options = prepared(requests.options(request, response), application, locale);
        desk.begin(application.id(), options.businessId(), Purpose.FILL);
        desk.sent(application.id(), client.formFilling().initiate(token, form(locale), options));
        return options.businessId();
    }
    // end::fill[]

    /** Asks a signed-in user to prove once more who they are. */
    BusinessId confirm(
            PermitApplication application, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        AccessToken token = IamSmartSignIn.from(request).orElseThrow().accessToken();
        RequestOptions options = prepared(requests.options(request, response), application, locale);
        desk.begin(application.id(), options.businessId(), Purpose.CONFIRM);
        desk.sent(application.id(), client.reauthentication().initiate(token, options));
        return options.businessId();
    }

    /** Begins a request for the data of somebody who has not signed in; the gateway's page goes on with it. */
    void fillAnonymously(
            PermitApplication application, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        RequestOptions options = prepared(requests.anonymousOptions(request, response, RETURN), application, locale);
        desk.begin(application.id(), options.businessId(), Purpose.FILL);
        desk.sent(application.id(), client.formFilling().initiateAnonymous(form(locale), options));
    }

    /** The outcome brings the reference back: it tells which application it belongs to. */
    private static RequestOptions prepared(
            RequestOptions.Builder options, PermitApplication application, Locale locale) {
        return options.language(Language.closestTo(locale))
                .reference(application.id())
                .build();
    }

    private FormFillingRequest form(Locale locale) {
        return FormFillingRequest.builder()
                .formName(messages.getMessage("permit.heading", null, locale))
                .formNumber(FORM_NUMBER)
                .formDescription(messages.getMessage("permit.description", null, locale))
                .profileFields(
                        ProfileField.ENGLISH_NAME,
                        ProfileField.CHINESE_NAME,
                        ProfileField.CHINESE_NAME_VERIFIED,
                        ProfileField.ID_NUMBER,
                        ProfileField.BIRTH_DATE)
                .formFields(
                        FormField.MOBILE_TELEPHONE,
                        FormField.EMAIL_ADDRESS,
                        FormField.RESIDENTIAL_ADDRESS,
                        FormField.POSTAL_ADDRESS,
                        FormField.ADDRESS_DOCUMENT,
                        FormField.ADDRESS_DOCUMENT_FILE)
                .build();
    }
}
