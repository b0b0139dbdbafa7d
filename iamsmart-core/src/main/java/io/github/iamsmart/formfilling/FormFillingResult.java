package io.github.iamsmart.formfilling;

import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.internal.identity.VerifiedProfileReader;
import io.github.iamsmart.internal.json.lenient.LenientObject;
import io.github.iamsmart.internal.json.lenient.ResultReader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of form filling: verified data and data that the user typed, kept apart.
 *
 * @param profile verified by iAM Smart
 * @param formData typed by the user and not verified: show it, and let the user correct it
 */
public record FormFillingResult(VerifiedProfile profile, UnverifiedFormData formData) {

    private static final Set<String> PROFILE =
            ProfileField.known().stream().map(ProfileField::value).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> FORM =
            FormField.known().stream().map(FormField::value).collect(Collectors.toUnmodifiableSet());

    /**
     * Reads a result.
     *
     * @param json UTF-8: the business object, or a whole envelope whose {@code content} is that object; it is not kept
     * @return the fields that could be read
     * @throws ProtocolException if this is not one JSON object
     */
    public static FormFillingResult fromJson(byte[] json) {
        LenientObject result = ResultReader.read(json, FormField.ADDRESS_DOCUMENT_FILE.value(), "docFile");
        return new FormFillingResult(VerifiedProfileReader.read(result, FORM), FormDataReader.read(result, PROFILE));
    }

    /** Names the fields that are present, without their values. */
    @Override
    public String toString() {
        return "FormFillingResult[" + profile + ", " + formData + "]";
    }
}
