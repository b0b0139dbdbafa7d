package io.github.iamsmart.simulator.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user is asked for, beyond saying yes.
 *
 * @param profileFields wire names of verified data
 * @param emeFields wire names of what the user has typed
 * @param form the form that is to be filled
 * @param faceCheck whether the phone checks the user, who may fail then
 * @param signing what is to be signed
 * @param bulkSigning the many documents that are to be signed
 */
public record Asked(
        List<String> profileFields,
        List<String> emeFields,
        Optional<Form> form,
        boolean faceCheck,
        Optional<Signing> signing,
        Optional<BulkSigning> bulkSigning) {

    public static final Asked NOTHING = forFields(List.of(), List.of());
    public static final Asked FACE_CHECK =
            new Asked(List.of(), List.of(), Optional.empty(), true, Optional.empty(), Optional.empty());

    /** The form that is to be filled, as the service describes it. */
    public record Form(Optional<String> name, Optional<String> number, Optional<String> description) {}

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
    }

    public static Asked forFields(List<String> profileFields, List<String> emeFields) {
        return new Asked(profileFields, emeFields, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** A step-up is a check like that of a re-authentication. */
    public static Asked forSigning(Signing signing) {
        return new Asked(
                List.of(),
                List.of(),
                Optional.empty(),
                !signing.stepUp().isEmpty(),
                Optional.of(signing),
                Optional.empty());
    }

    public static Asked forBulkSigning(BulkSigning signing) {
        return new Asked(
                List.of(),
                List.of(),
                Optional.empty(),
                !signing.stepUp().isEmpty(),
                Optional.empty(),
                Optional.of(signing));
    }

    public Asked forForm(Form described) {
        return new Asked(profileFields, emeFields, Optional.of(described), faceCheck, signing, bulkSigning);
    }

    /** Whether something is to be signed, one document or many. */
    public boolean asksForASignature() {
        return signing.isPresent() || bulkSigning.isPresent();
    }

    /** All fields, the verified ones first. */
    public List<String> fields() {
        return Stream.concat(profileFields.stream(), emeFields.stream()).toList();
    }
}
