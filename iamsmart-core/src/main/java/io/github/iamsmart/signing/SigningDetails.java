package io.github.iamsmart.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.flow.TextLimit;
import io.github.iamsmart.profile.Hkic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the app tells the user of a document that he is to sign, and who he has to be. Immutable.
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
 * <p>Which of the texts the gateway insists on is not public: what is not set is not sent.
 */
public final class SigningDetails {

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
            throw new ConfigurationException("The hash of an HKIC is the Base64 of the 32 bytes of a SHA-256; give the"
                    + " number to signer(Hkic) and let it compute the hash.");
        }
    }

    private static @Nullable String checked(@Nullable String text, String name, int longest) {
        return TextLimit.check(text, name, "of a signing request", longest);
    }

    /**
     * Starts with nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from these details.
     *
     * @return a builder with their values
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.department = department;
        builder.serviceName = serviceName;
        builder.documentName = documentName;
        builder.hkicHash = hkicHash;
        builder.stepUp = stepUp;
        return builder;
    }

    /**
     * Returns who has to sign.
     *
     * @return the {@linkplain Hkic#hash() hash} of the HKIC, as secret as the number; empty if anybody may
     */
    public Optional<String> hkicHash() {
        return Optional.ofNullable(hkicHash);
    }

    /**
     * Returns the further check of the user.
     *
     * @return the check, if one is asked for
     */
    public Optional<StepUp> stepUp() {
        return Optional.ofNullable(stepUp);
    }

    void write(ObjectNode body, StepUpFields stepUpFields) {
        put(body, "department", department);
        put(body, "serviceName", serviceName);
        put(body, "documentName", documentName);
        put(body, "HKICHash", hkicHash);
        stepUp().ifPresent(check -> check.write(body, stepUpFields));
    }

    private static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    /** Shows neither the signer nor the document, whose name may be that of a person. */
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
         * Sets who asks for the signature ({@code department} [D]).
         *
         * @param value at most 100 characters, in the user's language
         * @return this
         */
        public Builder department(String value) {
            this.department = value;
            return this;
        }

        /**
         * Sets for which service ({@code serviceName} [D]).
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder serviceName(String value) {
            this.serviceName = value;
            return this;
        }

        /**
         * Sets what is signed ({@code documentName} [D]).
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder documentName(String value) {
            this.documentName = value;
            return this;
        }

        /**
         * Sets who has to sign: the gateway refuses anybody else with {@code D70005}. Required for anonymous requests
         * [D].
         *
         * @param value the HKIC of the signer; only its hash is kept and sent ({@code HKICHash})
         * @return this
         */
        public Builder signer(Hkic value) {
            return hkicHash(value.hash());
        }

        /**
         * Sets who has to sign, where only the hash of the number is at hand.
         *
         * @param value what {@link Hkic#hash()} returned
         * @return this
         */
        public Builder hkicHash(String value) {
            this.hkicHash = value;
            return this;
        }

        /**
         * Asks for a further check of the user.
         *
         * @param value which check
         * @return this
         */
        public Builder stepUp(StepUp value) {
            this.stepUp = value;
            return this;
        }

        /**
         * Makes the details.
         *
         * @return the details
         * @throws ConfigurationException if a text is blank or too long, or the hash of the HKIC is none
         */
        public SigningDetails build() {
            return new SigningDetails(this);
        }
    }
}
