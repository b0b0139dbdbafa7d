package io.github.iamsmart.bulksigning;

import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.io.Serializable;

/** A document of a bulk request. Only its hash leaves the service [D]. Immutable. */
public sealed interface BulkDocument extends Serializable {

    /** {@return the document's id within its request: 1 to 36 characters, not blank} */
    String id();

    /** {@return the name that the app shows for the document: 1 to 255 characters, not blank} */
    String name();

    /** {@return the digest to sign: the hash of the document, or, for a PDF, of its ByteRange} */
    DocumentDigest digest();

    /**
     * A hash to be signed.
     *
     * @param id the document's id within its request, 1 to 36 characters
     * @param name the name that the app shows, 1 to 255 characters
     * @param digest the hash of the document ({@code hashCode})
     * @param algorithm how it is signed ({@code sigAlgo})
     */
    record Hash(String id, String name, DocumentDigest digest, SignatureAlgorithm algorithm) implements BulkDocument {

        /**
         * Checks the texts.
         *
         * @param id the document's id within its request, 1 to 36 characters
         * @param name the name that the app shows, 1 to 255 characters
         * @param digest the hash of the document
         * @param algorithm how it is signed
         * @throws io.github.iamsmart.error.InvalidRequestException if a text is blank or too long, or the digest is of
         *     the wrong kind
         */
        public Hash {
            BulkLimits.checkDocument(id, name);
            algorithm.requireDigest(digest);
        }
    }

    /**
     * A PDF to be signed; the PDF itself stays with the service.
     *
     * @param id the document's id within its request, 1 to 36 characters
     * @param name the name that the app shows, 1 to 255 characters
     * @param digest the SHA-256 of the PDF's ByteRange ({@code docDigest}), not of the file
     */
    record Pdf(String id, String name, DocumentDigest digest) implements BulkDocument {

        /**
         * Checks the texts.
         *
         * @param id the document's id within its request, 1 to 36 characters
         * @param name the name that the app shows, 1 to 255 characters
         * @param digest the SHA-256 of the PDF's ByteRange
         * @throws io.github.iamsmart.error.InvalidRequestException if a text is blank or too long, or the digest is of
         *     the wrong kind
         */
        public Pdf {
            BulkLimits.checkDocument(id, name);
            SignatureAlgorithm.SHA256_WITH_RSA.requireDigest(digest);
        }
    }

    /**
     * {@return a document whose hash is signed with the gateway's default, SHA256withRSA}
     *
     * @param id the document's id within its request, 1 to 36 characters
     * @param name the name that the app shows, 1 to 255 characters
     * @param digest the hash of the document
     * @throws io.github.iamsmart.error.InvalidRequestException if a text is blank or too long, or the digest is of the
     *     wrong kind
     */
    static BulkDocument hash(String id, String name, DocumentDigest digest) {
        return new Hash(id, name, digest, SignatureAlgorithm.SHA256_WITH_RSA);
    }

    /**
     * {@return a document that is a PDF}
     *
     * @param id the document's id within its request, 1 to 36 characters
     * @param name the name that the app shows, 1 to 255 characters
     * @param byteRange the SHA-256 of the PDF's ByteRange, not of the file
     * @throws io.github.iamsmart.error.InvalidRequestException if a text is blank or too long, or the digest is of the
     *     wrong kind
     */
    static BulkDocument pdf(String id, String name, DocumentDigest byteRange) {
        return new Pdf(id, name, byteRange);
    }
}
