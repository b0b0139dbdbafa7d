package io.github.iamsmart.signing;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.internal.requests.TextLimit;
import io.github.iamsmart.requests.RequestKind;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the app shows the user about a document to sign, and who has to sign it. Immutable.
 *
 * <pre>{@code
 * SigningDetails.builder()
 *     .department("Permit Office")
 *     .serviceName("Beach permits")
 *     .documentName("Application P-1")
 *     .signer(hkic)
 *     .build();
 * }</pre>
 *
 * <p>Which of the texts the gateway requires is not public: a text that is not set is not sent.
 */
public final class SigningDetails implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_DEPARTMENT = 100;
    private static final int LONGEST_NAME = 255;

    private final @Nullable String department;
    private final @Nullable String serviceName;
    private final @Nullable String documentName;
    private final @Nullable String hkicHash;
    private final @Nullable StepUp stepUp;

    private SigningDetails(Builder builder) {
        this.department = checked(builder.department, "department", LONGEST_DEPARTMENT);
        this.serviceName = checked(builder.serviceName, "serviceName", LONGEST_NAME);
        this.documentName = checked(builder.documentName, "documentName", LONGEST_NAME);
        this.hkicHash = builder.hkicHash;
        this.stepUp = builder.stepUp;
        if (hkicHash != null && DocumentDigest.parse(hkicHash).isEmpty()) {
            throw new InvalidRequestException("The hash of an HKIC is the Base64 of the 32 bytes of a SHA-256; give the"
                    + " number to signer(Hkic) and let it compute the hash.");
        }
    }

    private static @Nullable String checked(@Nullable String text, String name, int longest) {
        return TextLimit.check(text, name, "of a signing request", longest);
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the values of these details} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.department = department;
        builder.serviceName = serviceName;
        builder.documentName = documentName;
        builder.hkicHash = hkicHash;
        builder.stepUp = stepUp;
        return builder;
    }

    /** {@return the department that asks for the signature, if set} */
    public Optional<String> department() {
        return Optional.ofNullable(department);
    }

    /** {@return the service for which the document is signed, if set} */
    public Optional<String> serviceName() {
        return Optional.ofNullable(serviceName);
    }

    /** {@return the name of the document, if set} */
    public Optional<String> documentName() {
        return Optional.ofNullable(documentName);
    }

    /**
     * {@return who has to sign: the {@linkplain Hkic#hash() hash} of the HKIC, as secret as the number; empty if anyone
     * may}
     */
    public Optional<String> hkicHash() {
        return Optional.ofNullable(hkicHash);
    }

    /** {@return the further check of the user, if one is requested} */
    public Optional<StepUp> stepUp() {
        return Optional.ofNullable(stepUp);
    }

    /**
     * {@return the scopes that a request with these details needs: those of its kind, and that of the step-up}
     *
     * @param kind the kind of the request
     */
    public Set<Scope> scopes(RequestKind<?> kind) {
        Set<Scope> all = new LinkedHashSet<>(kind.scopes());
        if (stepUp != null) {
            all.add(Scope.STEP_UP);
        }
        return Collections.unmodifiableSet(all);
    }

    /** Shows neither the signer nor the document, whose name may contain a person's name. */
    @Override
    public String toString() {
        return "SigningDetails[department=" + department + ", serviceName=" + serviceName + ", stepUp=" + stepUp + "]";
    }

    /** Collects details. Not thread-safe. */
    public static final class Builder {

        private @Nullable String department;
        private @Nullable String serviceName;
        private @Nullable String documentName;
        private @Nullable String hkicHash;
        private @Nullable StepUp stepUp;

        private Builder() {}

        /**
         * Sets the department that asks for the signature ({@code department} [D]).
         *
         * @param value at most 100 characters, in the user's language
         * @return this
         */
        public Builder department(String value) {
            this.department = value;
            return this;
        }

        /**
         * Sets the service for which the document is signed ({@code serviceName} [D]).
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder serviceName(String value) {
            this.serviceName = value;
            return this;
        }

        /**
         * Sets the name of the document ({@code documentName} [D]).
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder documentName(String value) {
            this.documentName = value;
            return this;
        }

        /**
         * Sets who has to sign: the gateway refuses anyone else with {@code D70005}. Required for anonymous requests
         * [D].
         *
         * @param value the HKIC of the signer; only its hash is kept and sent ({@code HKICHash})
         * @return this
         */
        public Builder signer(Hkic value) {
            return hkicHash(value.hash());
        }

        /**
         * Sets who has to sign, where only the hash of the number is available.
         *
         * @param value the hash that {@link Hkic#hash()} returned
         * @return this
         */
        public Builder hkicHash(String value) {
            this.hkicHash = value;
            return this;
        }

        /**
         * Requests a further check of the user.
         *
         * @param value which check
         * @return this
         */
        public Builder stepUp(StepUp value) {
            this.stepUp = value;
            return this;
        }

        /**
         * Builds the details.
         *
         * @return the details
         * @throws InvalidRequestException if a text is blank or too long, or the hash of the HKIC is malformed
         */
        public SigningDetails build() {
            return new SigningDetails(this);
        }
    }
}
