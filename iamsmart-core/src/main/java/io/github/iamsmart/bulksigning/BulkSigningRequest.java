package io.github.iamsmart.bulksigning;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.StepUp;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 1 to 1,000 documents, hashes and PDFs in any mix, to be signed with one consent [D]. Immutable; its limits are
 * checked when it is built.
 *
 * <pre>{@code
 * BulkSigningRequest.builder()
 *     .serviceName("Beach permits")
 *     .requestName("Permits of June")
 *     .document(BulkDocument.hash("P-1", "Permit P-1", DocumentDigest.of(file)))
 *     .build();
 * }</pre>
 */
public final class BulkSigningRequest implements UserRequest {

    private static final long serialVersionUID = 1L;

    /** The default number of signatures in one callback, for a request with PDFs. */
    public static final int PDF_SIGNATURES_IN_A_CALLBACK = 100;

    @SuppressWarnings("serial") // an unmodifiable list of the JDK, which is serialisable
    private final List<BulkDocument> documents;

    private final SigningDetails details;
    private final String requestName;
    private final @Nullable URI resultUri;
    private final int signaturesInACallback;

    private BulkSigningRequest(Builder builder) {
        this.documents = List.copyOf(builder.documents);
        this.details = builder.details.build();
        this.requestName = required(builder.requestName, "requestName");
        this.resultUri = builder.resultUri;
        this.signaturesInACallback =
                builder.signaturesInACallback == null ? defaultSignatures(documents) : builder.signaturesInACallback;
        required(details.serviceName().orElse(null), "serviceName");
        check();
    }

    private static String required(@Nullable String value, String member) {
        if (value == null) {
            throw new InvalidRequestException("A bulk signing request needs a " + member + ".");
        }
        BulkLimits.checkName(member, value);
        return value;
    }

    /** The signature of a PDF contains its certificates: a thousand of them are too large for one callback. */
    private static int defaultSignatures(List<BulkDocument> documents) {
        return documents.stream().anyMatch(BulkDocument.Pdf.class::isInstance)
                ? PDF_SIGNATURES_IN_A_CALLBACK
                : BulkLimits.MOST_DOCUMENTS;
    }

    private void check() {
        if (documents.isEmpty() || documents.size() > BulkLimits.MOST_DOCUMENTS) {
            throw new InvalidRequestException("A bulk signing request has 1 to " + BulkLimits.MOST_DOCUMENTS
                    + " documents, not " + documents.size() + ".");
        }
        Set<String> ids = new HashSet<>();
        for (BulkDocument document : documents) {
            if (!ids.add(document.id())) {
                throw new InvalidRequestException("Two documents of the bulk signing request have the id "
                        + document.id() + ": the result could not tell them apart.");
            }
        }
        if (signaturesInACallback < 1 || signaturesInACallback > BulkLimits.MOST_DOCUMENTS) {
            throw new InvalidRequestException("A callback of a bulk signing has 1 to " + BulkLimits.MOST_DOCUMENTS
                    + " signatures, not " + signaturesInACallback + ".");
        }
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the values of this request} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.documents.addAll(documents);
        builder.details = details.toBuilder();
        builder.requestName = requestName;
        builder.resultUri = resultUri;
        builder.signaturesInACallback = signaturesInACallback;
        return builder;
    }

    /** {@return the documents to sign: 1 to 1,000, no two with the same id} */
    public List<BulkDocument> documents() {
        return documents;
    }

    /**
     * {@return who has to sign: the {@linkplain Hkic#hash() hash} of the HKIC, as secret as the number; empty if anyone
     * may}
     */
    public Optional<String> hkicHash() {
        return details.hkicHash();
    }

    /** {@return the further check of the user, if one is requested} */
    public Optional<StepUp> stepUp() {
        return details.stepUp();
    }

    /** {@return the registered URL for the signatures; empty for the callback URL of the options} */
    public Optional<URI> resultUri() {
        return Optional.ofNullable(resultUri);
    }

    /** {@return how many signatures one callback may bring ({@code maxCallbackSigs}): 1 to 1,000} */
    public int signaturesInACallback() {
        return signaturesInACallback;
    }

    /** {@return what the app shows the user, and who has to sign; without the name of a document} */
    public SigningDetails details() {
        return details;
    }

    /** {@return the name that the app shows for the whole request} */
    public String requestName() {
        return requestName;
    }

    @Override
    public String kind() {
        return BulkSigningApi.KIND.name();
    }

    @Override
    public Optional<String> anonymousKind() {
        return Optional.of(BulkSigningApi.ANONYMOUS_KIND.name());
    }

    @Override
    public Set<Scope> scopes() {
        return details.scopes(BulkSigningApi.KIND);
    }

    /** Shows nothing about the signer or the documents. */
    @Override
    public String toString() {
        return "BulkSigningRequest[requestName=" + requestName + ", " + documents.size() + " documents]";
    }

    /** Collects a request. Not thread-safe. */
    public static final class Builder {

        private final List<BulkDocument> documents = new ArrayList<>();
        private SigningDetails.Builder details = SigningDetails.builder();
        private @Nullable String requestName;
        private @Nullable URI resultUri;
        private @Nullable Integer signaturesInACallback;

        private Builder() {}

        /**
         * Adds a document.
         *
         * @param value with an id that no other document of the request has
         * @return this
         */
        public Builder document(BulkDocument value) {
            documents.add(value);
            return this;
        }

        /**
         * Adds documents.
         *
         * @param values with ids that no other document of the request has
         * @return this
         */
        public Builder documents(Collection<? extends BulkDocument> values) {
            documents.addAll(values);
            return this;
        }

        /**
         * Sets the service for which the documents are signed ({@code serviceName} [D]). Required.
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder serviceName(String value) {
            details.serviceName(value);
            return this;
        }

        /**
         * Sets the name that the app shows for the whole request ({@code requestName} [D]). Required.
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder requestName(String value) {
            this.requestName = value;
            return this;
        }

        /**
         * Sets the department that asks for the signatures ({@code department} [D]).
         *
         * @param value at most 100 characters, in the user's language
         * @return this
         */
        public Builder department(String value) {
            details.department(value);
            return this;
        }

        /**
         * Sets who has to sign: the gateway refuses anyone else with {@code D71005}. Required for anonymous requests
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
            details.hkicHash(value);
            return this;
        }

        /**
         * Requests a further check of the user.
         *
         * @param value which check
         * @return this
         */
        public Builder stepUp(StepUp value) {
            details.stepUp(value);
            return this;
        }

        /**
         * Sets where the signatures go ({@code callbackResultURI} [D]), by default to the callback URL of the request's
         * options.
         *
         * @param value the registered URL
         * @return this
         */
        public Builder resultUri(URI value) {
            this.resultUri = value;
            return this;
        }

        /**
         * Sets how many signatures one callback may bring ({@code maxCallbackSigs} [D]); the answer takes as many
         * callbacks as that requires. The default is 1,000, or 100 if there is a PDF among the documents. A callback
         * longer than 16 MiB is refused.
         *
         * @param value 1 to 1,000
         * @return this
         */
        public Builder signaturesInACallback(int value) {
            this.signaturesInACallback = value;
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         * @throws InvalidRequestException if a limit is exceeded, two documents have the same id, or a name is missing
         */
        public BulkSigningRequest build() {
            return new BulkSigningRequest(this);
        }
    }
}
