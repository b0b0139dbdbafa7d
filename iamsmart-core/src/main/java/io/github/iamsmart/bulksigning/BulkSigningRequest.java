package io.github.iamsmart.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.profile.Hkic;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.StepUp;
import io.github.iamsmart.signing.StepUpFields;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 1 to 1,000 documents to be signed with one consent, hashes and PDFs mixed as one likes [D]. Immutable; its limits are
 * checked when it is made.
 *
 * <pre>{@code
 * BulkSigningRequest.builder()
 *     .serviceName("Beach permits")
 *     .requestName("Permits of June")
 *     .document(BulkDocument.hash("P-1", "Permit P-1", DocumentDigest.of(file)))
 *     .build();
 * }</pre>
 */
public final class BulkSigningRequest {

    /** How many signatures of a request with PDFs come in one callback, unless set. */
    public static final int PDF_SIGNATURES_IN_A_CALLBACK = 100;

    private final List<BulkDocument> documents;
    private final String serviceName;
    private final String requestName;
    private final @Nullable String department;
    private final @Nullable String hkicHash;
    private final @Nullable StepUp stepUp;
    private final @Nullable URI resultUri;
    private final int signaturesInACallback;

    private BulkSigningRequest(Builder builder) {
        this.documents = List.copyOf(builder.documents);
        this.serviceName = required(builder.serviceName, "serviceName");
        this.requestName = required(builder.requestName, "requestName");
        this.department = builder.department;
        this.hkicHash = builder.hkicHash;
        this.stepUp = builder.stepUp;
        this.resultUri = builder.resultUri;
        this.signaturesInACallback =
                builder.signaturesInACallback == null ? usual(documents) : builder.signaturesInACallback;
        check();
    }

    private static String required(@Nullable String value, String member) {
        if (value == null) {
            throw new ConfigurationException("A bulk signing request needs a " + member + ".");
        }
        BulkLimits.checkName(member, value);
        return value;
    }

    /** A PDF's signature brings its certificates along: a thousand of them are too much for one callback. */
    private static int usual(List<BulkDocument> documents) {
        return documents.stream().anyMatch(BulkDocument.Pdf.class::isInstance)
                ? PDF_SIGNATURES_IN_A_CALLBACK
                : BulkLimits.MOST_DOCUMENTS;
    }

    private void check() {
        if (documents.isEmpty() || documents.size() > BulkLimits.MOST_DOCUMENTS) {
            throw new ConfigurationException("A bulk signing request has 1 to " + BulkLimits.MOST_DOCUMENTS
                    + " documents, not " + documents.size() + ".");
        }
        Set<String> ids = new HashSet<>();
        for (BulkDocument document : documents) {
            if (!ids.add(document.id())) {
                throw new ConfigurationException("Two documents of the bulk signing request have the id "
                        + document.id() + ": the result could not tell them apart.");
            }
        }
        if (signaturesInACallback < 1 || signaturesInACallback > BulkLimits.MOST_DOCUMENTS) {
            throw new ConfigurationException("A callback of a bulk signing has 1 to " + BulkLimits.MOST_DOCUMENTS
                    + " signatures, not " + signaturesInACallback + ".");
        }
        if (department != null) {
            BulkLimits.checkDepartment(department);
        }
        if (hkicHash != null && DocumentDigest.parse(hkicHash).isEmpty()) {
            throw new ConfigurationException("The hash of an HKIC is the Base64 of the 32 bytes of a SHA-256; give the"
                    + " number to signer(Hkic) and let it compute the hash.");
        }
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
     * Starts from this request.
     *
     * @return a builder with its values
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.documents.addAll(documents);
        builder.serviceName = serviceName;
        builder.requestName = requestName;
        builder.department = department;
        builder.hkicHash = hkicHash;
        builder.stepUp = stepUp;
        builder.resultUri = resultUri;
        builder.signaturesInACallback = signaturesInACallback;
        return builder;
    }

    /**
     * Returns what is signed.
     *
     * @return 1 to 1,000 documents, no two with the same id
     */
    public List<BulkDocument> documents() {
        return documents;
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

    /**
     * Returns where the signatures go.
     *
     * @return the registered URL; empty for the callback URL of the options
     */
    public Optional<URI> resultUri() {
        return Optional.ofNullable(resultUri);
    }

    /**
     * Returns how many signatures one callback may bring ({@code maxCallbackSigs}).
     *
     * @return 1 to 1,000
     */
    public int signaturesInACallback() {
        return signaturesInACallback;
    }

    ObjectNode body(URI results, StepUpFields stepUpFields) {
        ObjectNode body = Json.object()
                .put("callbackResultURI", results.toString())
                .put("serviceName", serviceName)
                .put("requestName", requestName)
                .put("maxCallbackSigs", signaturesInACallback);
        if (department != null) {
            body.put("department", department);
        }
        if (hkicHash != null) {
            body.put("HKICHash", hkicHash);
        }
        stepUp().ifPresent(check -> BulkWire.stepUp(body, check, stepUpFields));
        body.set("documents", BulkWire.documents(documents));
        return body;
    }

    /** Shows nothing of the signer, and no document. */
    @Override
    public String toString() {
        return "BulkSigningRequest[requestName=" + requestName + ", " + documents.size() + " documents]";
    }

    /** Collects a request. Not thread-safe. */
    public static final class Builder {

        private final List<BulkDocument> documents = new ArrayList<>();
        private @Nullable String serviceName;
        private @Nullable String requestName;
        private @Nullable String department;
        private @Nullable String hkicHash;
        private @Nullable StepUp stepUp;
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
         * Sets for which service ({@code serviceName} [D]). Required.
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder serviceName(String value) {
            this.serviceName = value;
            return this;
        }

        /**
         * Sets what the app calls the whole request ({@code requestName} [D]). Required.
         *
         * @param value at most 255 characters, in the user's language
         * @return this
         */
        public Builder requestName(String value) {
            this.requestName = value;
            return this;
        }

        /**
         * Sets who asks for the signatures ({@code department} [D]).
         *
         * @param value at most 100 characters, in the user's language
         * @return this
         */
        public Builder department(String value) {
            this.department = value;
            return this;
        }

        /**
         * Sets who has to sign: the gateway refuses anybody else with {@code D71005}. Required for anonymous requests
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
         * Sets where the signatures go ({@code callbackResultURI} [D]). The callback URL of the request's options
         * unless set.
         *
         * @param value the registered URL
         * @return this
         */
        public Builder resultUri(URI value) {
            this.resultUri = value;
            return this;
        }

        /**
         * Sets how many signatures one callback may bring ({@code maxCallbackSigs} [D]): as many callbacks come as that
         * takes. 1,000 unless set, and 100 where a PDF is among the documents. A callback longer than 16 MiB is
         * refused.
         *
         * @param value 1 to 1,000
         * @return this
         */
        public Builder signaturesInACallback(int value) {
            this.signaturesInACallback = value;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws ConfigurationException if a limit is not kept, two documents have the same id, or a name is missing
         */
        public BulkSigningRequest build() {
            return new BulkSigningRequest(this);
        }
    }
}
