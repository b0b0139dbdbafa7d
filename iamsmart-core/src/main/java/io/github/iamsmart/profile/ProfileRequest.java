package io.github.iamsmart.profile;

import io.github.iamsmart.error.ConfigurationException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which verified fields are asked for. Immutable. */
public final class ProfileRequest {

    private final List<ProfileField> fields;

    private ProfileRequest(Builder builder) {
        this.fields = List.copyOf(builder.fields);
        if (fields.isEmpty()) {
            throw new ConfigurationException(
                    "A profile request needs at least one field, for example ProfileField.ENGLISH_NAME.");
        }
    }

    /**
     * Asks for these fields.
     *
     * @param fields at least one
     * @return the request
     * @throws ConfigurationException if there is none
     */
    public static ProfileRequest of(ProfileField... fields) {
        return builder().fields(fields).build();
    }

    /**
     * Starts without a field.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from this request.
     *
     * @return a builder with its fields
     */
    public Builder toBuilder() {
        return builder().fields(fields);
    }

    /**
     * Returns what is asked for.
     *
     * @return the fields, unmodifiable
     */
    public List<ProfileField> fields() {
        return fields;
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
         * Makes the request.
         *
         * @return the request
         * @throws ConfigurationException if there is no field
         */
        public ProfileRequest build() {
            return new ProfileRequest(this);
        }
    }
}
