package io.github.iamsmart.profile;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.UserRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The requested verified fields. Immutable. */
public final class ProfileRequest implements UserRequest {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an unmodifiable list of the JDK, which is serialisable
    private final List<ProfileField> fields;

    private ProfileRequest(Builder builder) {
        this.fields = List.copyOf(builder.fields);
        if (fields.isEmpty()) {
            throw new InvalidRequestException(
                    "A profile request needs at least one field, for example ProfileField.ENGLISH_NAME.");
        }
    }

    /**
     * {@return a request for these fields}
     *
     * @param fields at least one
     * @throws InvalidRequestException if there is none
     */
    public static ProfileRequest of(ProfileField... fields) {
        return builder().fields(fields).build();
    }

    /** {@return a builder without any field} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the fields of this request} */
    public Builder toBuilder() {
        return builder().fields(fields);
    }

    /** {@return the requested fields, unmodifiable} */
    public List<ProfileField> fields() {
        return fields;
    }

    @Override
    public String kind() {
        return ProfileApi.KIND.name();
    }

    @Override
    public Optional<String> anonymousKind() {
        return Optional.empty();
    }

    @Override
    public Set<Scope> scopes() {
        return ProfileApi.KIND.scopes();
    }

    @Override
    public String toString() {
        return "ProfileRequest" + fields;
    }

    /** Collects fields. Not thread-safe. */
    public static final class Builder {

        private final Set<ProfileField> fields = new LinkedHashSet<>();

        private Builder() {}

        /**
         * Adds fields.
         *
         * @param values the fields
         * @return this
         */
        public Builder fields(ProfileField... values) {
            return fields(List.of(values));
        }

        /**
         * Adds fields.
         *
         * @param values the fields
         * @return this
         */
        public Builder fields(Collection<ProfileField> values) {
            fields.addAll(values);
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         * @throws InvalidRequestException if there is no field
         */
        public ProfileRequest build() {
            return new ProfileRequest(this);
        }
    }
}
