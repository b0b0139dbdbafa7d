package io.github.iamsmart.simulator.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user is asked for, beside their consent.
 *
 * @param profileFields wire names of verified data
 * @param emeFields wire names of what the user has typed
 * @param details what else the phone shows of the request
 * @param faceCheck whether the phone checks the user, who may fail then
 * @param signing what is to be signed
 * @param bulkSigning the many documents that are to be signed
 */
public record Asked(
        List<String> profileFields,
        List<String> emeFields,
        List<Detail> details,
        boolean faceCheck,
        Optional<Signing> signing,
        Optional<BulkSigning> bulkSigning) {

    public static final Asked NOTHING = forFields(List.of(), List.of());
    public static final Asked FACE_CHECK =
            new Asked(List.of(), List.of(), List.of(), true, Optional.empty(), Optional.empty());

    /**
     * One line on the phone.
     *
     * @param label key of a text of the flow
     * @param value as the service sent it
     */
    public record Detail(String label, String value) {}

    /**
     * What is to be signed, as the service describes it. Its {@code toString} shows nothing of it.
     *
     * @param digest Base64, as it was sent
     * @param algorithm wire name; empty for a PDF
     * @param hkicHash who has to sign
     * @param stepUp {@code FR} and {@code NFC}, what the user has to show before
     * @param identificationCode the four digits that the page of the service shows too
     */
    public record Signing(
            Optional<String> department,
            Optional<String> serviceName,
            Optional<String> documentName,
            String digest,
            Optional<String> algorithm,
            Optional<String> hkicHash,
            List<String> stepUp,
            String identificationCode) {

        public Signing {
            stepUp = List.copyOf(stepUp);
        }

        @Override
        public String toString() {
            return "Signing[]";
        }
    }

    public Asked {
        profileFields = List.copyOf(profileFields);
        emeFields = List.copyOf(emeFields);
        details = List.copyOf(details);
    }

    public static Asked forFields(List<String> profileFields, List<String> emeFields) {
        return new Asked(profileFields, emeFields, List.of(), false, Optional.empty(), Optional.empty());
    }

    /** A step-up is a check like that of a re-authentication. */
    public static Asked forSigning(Signing signing) {
        return new Asked(
                List.of(), List.of(), List.of(), !signing.stepUp().isEmpty(), Optional.of(signing), Optional.empty());
    }

    public static Asked forBulkSigning(BulkSigning signing) {
        return new Asked(
                List.of(), List.of(), List.of(), !signing.stepUp().isEmpty(), Optional.empty(), Optional.of(signing));
    }

    public Asked withDetails(List<Detail> more) {
        return new Asked(profileFields, emeFields, more, faceCheck, signing, bulkSigning);
    }

    /** Whether something is to be signed, one document or many. */
    public boolean asksForASignature() {
        return signing.isPresent() || bulkSigning.isPresent();
    }

    /** Whether the user has to pass a check before they sign. */
    public boolean asksForAStepUp() {
        return faceCheck && asksForASignature();
    }

    /** All fields, the verified ones first. */
    public List<String> fields() {
        return Stream.concat(profileFields.stream(), emeFields.stream()).toList();
    }
}
