package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.formfilling.EmailAddress;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.formfilling.Telephone;
import io.github.iamsmart.formfilling.UnverifiedFormData;
import io.github.iamsmart.formfilling.address.Address;
import io.github.iamsmart.identity.ChineseName;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.samples.onlineservice.permit.Entry.Origin;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The form as far as it is filled. Immutable. */
public final class PermitForm {

    static final PermitForm EMPTY = new PermitForm(Map.of(), Optional.empty());

    private final Map<Field, Entry> entries;
    private final Optional<BillingProof> proof;

    private PermitForm(Map<Field, Entry> entries, Optional<BillingProof> proof) {
        this.entries = Collections.unmodifiableMap(copy(entries));
        this.proof = proof;
    }

    /** EnumMap's own copying refuses an empty map of another type. */
    private static Map<Field, Entry> copy(Map<Field, Entry> entries) {
        Map<Field, Entry> copy = new EnumMap<>(Field.class);
        copy.putAll(entries);
        return copy;
    }

    /** What stands in a field. */
    public Entry get(Field field) {
        return entries.getOrDefault(field, Entry.EMPTY);
    }

    /** The utility bill, if one came. */
    public Optional<BillingProof> proof() {
        return proof;
    }

    /** Whose application it is; empty while no number stands there. */
    public Optional<Hkic> hkic() {
        return Hkic.parse(get(Field.ID_NUMBER).text());
    }

    /** Whether iAM Smart vouches for the name and the number of the identity card. */
    public boolean identityVerified() {
        return get(Field.ENGLISH_NAME).origin() == Origin.VERIFIED
                && get(Field.ID_NUMBER).origin() == Origin.VERIFIED;
    }

    // tag::result[]
    /** Takes over what came from iAM Smart. What the user did not give, or never had, stays as it is. */
    PermitForm filled(FormFillingResult result) {
        VerifiedProfile verified = result.profile();
        UnverifiedFormData typedInApp = result.formData();
        Filling filling = new Filling(copy(entries));
        filling.put(Field.ENGLISH_NAME, Origin.VERIFIED, verified.englishName().map(EnglishName::value));
        filling.put(
                Field.CHINESE_NAME,
                // A Chinese name is verified only where the result says so.
                verified.chineseNameVerified().orElse(false) ? Origin.VERIFIED : Origin.FROM_APP,
                verified.chineseName().map(ChineseName::value));
        filling.put(Field.ID_NUMBER, Origin.VERIFIED, verified.hkic().map(Hkic::formatted));
        filling.put(Field.BIRTH_DATE, Origin.VERIFIED, verified.birthDate().map(LocalDate::toString));
        filling.put(Field.MOBILE, Origin.FROM_APP, typedInApp.mobileTelephone().flatMap(Telephone::e164));
        filling.put(Field.EMAIL, Origin.FROM_APP, typedInApp.emailAddress().map(EmailAddress::value));
        filling.put(
                Field.ADDRESS, Origin.FROM_APP, typedInApp.residentialAddress().map(PermitForm::lines));
        filling.put(Field.POSTAL_ADDRESS, Origin.FROM_APP, otherAddressForLetters(typedInApp));
        return new PermitForm(filling.entries, BillingProof.of(result).or(() -> proof));
    }
    // end::result[]

    private static Optional<String> otherAddressForLetters(UnverifiedFormData data) {
        Optional<String> home = data.residentialAddress().map(PermitForm::lines);
        return data.postalAddress()
                .map(PermitForm::lines)
                .filter(lines -> !Optional.of(lines).equals(home));
    }

    private static String lines(Address address) {
        return String.join("\n", address.lines());
    }

    /** Takes over what the applicant typed; what is verified stays. */
    PermitForm corrected(Map<Field, String> typed) {
        Map<Field, Entry> corrected = copy(entries);
        typed.forEach((field, text) -> corrected.put(field, get(field).corrected(text)));
        return new PermitForm(corrected, proof);
    }

    /** Shows nothing of a person. */
    @Override
    public String toString() {
        return "PermitForm" + entries.keySet();
    }

    private record Filling(Map<Field, Entry> entries) {
        void put(Field field, Origin origin, Optional<String> value) {
            value.ifPresent(text -> entries.put(field, new Entry(text, origin)));
        }
    }
}
