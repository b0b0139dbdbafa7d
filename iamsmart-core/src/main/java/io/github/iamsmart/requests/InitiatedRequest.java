package io.github.iamsmart.requests;

import io.github.iamsmart.internal.text.UserTexts;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A request that the gateway has accepted, and what the page has to do next.
 *
 * @param businessId its id
 * @param authByQr {@code true} if the user signed in on another device: the request is pushed to their phone, and the
 *     page asks them to open the app; {@code false} on the same device: the page shows a button that opens
 *     {@link #appLink}
 * @param ticketId the gateway's ticket
 * @param expiresAt until when the user can answer, by this node's clock
 * @param appLink opens the app with this request, on the same device only
 * @param identificationCode the four digits that the page shows and the app shows too, for a signature
 */
public record InitiatedRequest(
        BusinessId businessId,
        boolean authByQr,
        String ticketId,
        Instant expiresAt,
        Optional<URI> appLink,
        Optional<String> identificationCode) {

    static final UserTexts TEXTS = UserTexts.load(InitiatedRequest.class, "instructions");

    /**
     * {@return a sentence that the page should show the user}
     *
     * @param locale the user's language
     */
    public String instruction(Locale locale) {
        return TEXTS.text(authByQr ? "other-device" : "same-device", locale);
    }

    /**
     * {@return the caption of the button that opens the app, in the wording of the public guide, for example "Open iAM
     * Smart"}
     *
     * @param locale the user's language
     */
    public static String buttonCaption(Locale locale) {
        return TEXTS.text("open-app", locale);
    }

    /**
     * {@return this with the digits that page and app both show}
     *
     * @param code four digits
     */
    public InitiatedRequest withIdentificationCode(String code) {
        return new InitiatedRequest(businessId, authByQr, ticketId, expiresAt, appLink, Optional.of(code));
    }

    /** Hides the ticket: anyone who has it can open the request. */
    @Override
    public String toString() {
        return "InitiatedRequest[businessId=" + businessId + ", authByQr=" + authByQr + ", expiresAt=" + expiresAt
                + "]";
    }
}
