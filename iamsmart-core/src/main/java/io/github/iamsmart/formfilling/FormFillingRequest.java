package io.github.iamsmart.formfilling;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.internal.requests.TextLimit;
import io.github.iamsmart.requests.UserRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data that a form needs, and how the app describes the form when it asks the user. Immutable.
 *
 * <pre>{@code
 * FormFillingRequest.builder()
 *     .formName("Application for a permit")
 *     .formNumber("P-1")
 *     .profileFields(ProfileField.ENGLISH_NAME, ProfileField.ID_NUMBER)
 *     .formFields(FormField.RESIDENTIAL_ADDRESS, FormField.MOBILE_TELEPHONE)
 *     .build();
 * }</pre>
 */
public final class FormFillingRequest implements UserRequest {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_DESCRIPTION = 255;

    @SuppressWarnings("serial") // an unmodifiable list of the JDK, which is serialisable
    private final List<ProfileField> profileFields;

    @SuppressWarnings("serial") // an unmodifiable list of the JDK, which is serialisable
    private final List<FormField> formFields;

    private final @Nullable String formName;
    private final @Nullable String formNumber;
    private final @Nullable String formDescription;
    private final @Nullable CallbackContentType callbackContentType;

    private FormFillingRequest(Builder builder) {
        this.profileFields = List.copyOf(builder.profileFields);
        this.formFields = List.copyOf(builder.formFields);
        this.formName = checked(builder.formName, "formName", LONGEST_NAME);
        this.formNumber = checked(builder.formNumber, "formNumber", LONGEST_NUMBER);
        this.formDescription = checked(builder.formDescription, "formDescription", LONGEST_DESCRIPTION);
        this.callbackContentType = builder.callbackContentType;
        if (profileFields.isEmpty() && formFields.isEmpty()) {
            throw new InvalidRequestException("A form filling request needs at least one field, for example"
                    + " formFields(FormField.EMAIL_ADDRESS).");
        }
    }

    private static @Nullable String checked(@Nullable String text, String name, int longest) {
        return TextLimit.check(text, name, "of a form filling request", longest);
    }

    /** {@return a builder without any field} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the values of this request} */
    public Builder toBuilder() {
        Builder builder = new Builder().profileFields(profileFields).formFields(formFields);
        builder.formName = formName;
        builder.formNumber = formNumber;
        builder.formDescription = formDescription;
        builder.callbackContentType = callbackContentType;
        return builder;
    }

    /** {@return the requested verified fields, unmodifiable} */
    public List<ProfileField> profileFields() {
        return profileFields;
    }

    /** {@return the requested fields that the user has typed into the app, unmodifiable} */
    public List<FormField> formFields() {
        return formFields;
    }

    /** {@return the name of the form, if the request has one} */
    public Optional<String> formName() {
        return Optional.ofNullable(formName);
    }

    /** {@return the number of the form, if the request has one} */
    public Optional<String> formNumber() {
        return Optional.ofNullable(formNumber);
    }

    /** {@return the purpose of the form, if the request has one} */
    public Optional<String> formDescription() {
        return Optional.ofNullable(formDescription);
    }

    /** {@return the form in which the result is posted; empty if the gateway decides} */
    public Optional<CallbackContentType> callbackContentType() {
        return Optional.ofNullable(callbackContentType);
    }

    @Override
    public String kind() {
        return FormFillingApi.KIND.name();
    }

    @Override
    public Optional<String> anonymousKind() {
        return Optional.of(FormFillingApi.ANONYMOUS_KIND.name());
    }

    @Override
    public Set<Scope> scopes() {
        return FormFillingApi.KIND.scopes();
    }

    @Override
    public String toString() {
        return "FormFillingRequest[formName=" + formName + ", profileFields=" + profileFields + ", formFields="
                + formFields + "]";
    }

    /** Collects the values of a request. Not thread-safe. */
    public static final class Builder {

        private final Set<ProfileField> profileFields = new LinkedHashSet<>();
        private final Set<FormField> formFields = new LinkedHashSet<>();
        private @Nullable String formName;
        private @Nullable String formNumber;
        private @Nullable String formDescription;
        private @Nullable CallbackContentType callbackContentType;

        private Builder() {}

        /**
         * Adds verified fields ({@code profileFields} [D]).
         *
         * @param values the fields
         * @return this
         */
        public Builder profileFields(ProfileField... values) {
            return profileFields(List.of(values));
        }

        /**
         * Adds verified fields ({@code profileFields} [D]).
         *
         * @param values the fields
         * @return this
         */
        public Builder profileFields(Collection<ProfileField> values) {
            profileFields.addAll(values);
            return this;
        }

        /**
         * Adds fields that the user has typed into the app ({@code eMEFields} [D]).
         *
         * @param values the fields
         * @return this
         */
        public Builder formFields(FormField... values) {
            return formFields(List.of(values));
        }

        /**
         * Adds fields that the user has typed into the app ({@code eMEFields} [D]).
         *
         * @param values the fields
         * @return this
         */
        public Builder formFields(Collection<FormField> values) {
            formFields.addAll(values);
            return this;
        }

        /**
         * Sets the name of the form ({@code formName} [D]).
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder formName(String value) {
            this.formName = value;
            return this;
        }

        /**
         * Sets the number of the form ({@code formNum} [D]).
         *
         * @param value at most 20 characters
         * @return this
         */
        public Builder formNumber(String value) {
            this.formNumber = value;
            return this;
        }

        /**
         * Sets the purpose of the form ({@code formDesc} [D]).
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder formDescription(String value) {
            this.formDescription = value;
            return this;
        }

        /**
         * Sets the form in which the result is posted. Unless set, the gateway decides.
         *
         * @param value the form
         * @return this
         */
        public Builder callbackContentType(CallbackContentType value) {
            this.callbackContentType = value;
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         * @throws InvalidRequestException if there is no field, or a text is blank or too long
         */
        public FormFillingRequest build() {
            return new FormFillingRequest(this);
        }
    }
}
