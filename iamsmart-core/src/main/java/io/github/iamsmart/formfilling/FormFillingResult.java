package io.github.iamsmart.formfilling;

import io.github.iamsmart.profile.VerifiedProfile;

/**
 * The result of form filling: what iAM Smart has verified and what the user has typed, kept apart.
 *
 * @param profile verified by iAM Smart
 * @param formData typed by the user and verified by nobody: show it, let it be corrected
 */
public record FormFillingResult(VerifiedProfile profile, UnverifiedFormData formData) {

    static FormFillingResult read(byte[] json) {
        return new FormFillingResult(VerifiedProfile.fromJson(json), UnverifiedFormData.fromJson(json));
    }

    /** Names the fields that are present, without their values. */
    @Override
    public String toString() {
        return "FormFillingResult[" + profile + ", " + formData + "]";
    }
}
