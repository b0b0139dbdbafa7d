package io.github.iamsmart.spring.security;

import io.github.iamsmart.identity.ChineseName;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.Gender;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.VerifiedProfile;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A verified profile in a form that sessions can keep: an {@code Optional} cannot be serialized. */
record StoredProfile(
        @Nullable String hkic,
        @Nullable String englishName,
        @Nullable String chineseName,
        @Nullable String chineseNameVerifiedText,
        @Nullable LocalDate birthDate,
        @Nullable Year birthYear,
        @Nullable String gender,
        LinkedHashMap<String, String> unknown)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static StoredProfile of(VerifiedProfile profile) {
        return new StoredProfile(
                profile.hkic().map(Hkic::formatted).orElse(null),
                profile.englishName().map(EnglishName::value).orElse(null),
                profile.chineseName().map(ChineseName::value).orElse(null),
                profile.chineseNameVerifiedText().orElse(null),
                profile.birthDate().orElse(null),
                profile.birthYear().orElse(null),
                profile.gender().map(Gender::value).orElse(null),
                new LinkedHashMap<>(profile.unknown()));
    }

    VerifiedProfile profile() {
        return new VerifiedProfile(
                Optional.ofNullable(hkic).map(Hkic::of),
                Optional.ofNullable(englishName).map(EnglishName::new),
                Optional.ofNullable(chineseName).map(ChineseName::new),
                Optional.ofNullable(chineseNameVerifiedText),
                Optional.ofNullable(birthDate),
                Optional.ofNullable(birthYear),
                Optional.ofNullable(gender).map(Gender::new),
                unknown);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "StoredProfile[***]";
    }
}
