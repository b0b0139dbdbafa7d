package io.github.iamsmart.bulksigning;

import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.SignatureAlgorithm;

/** A document of a bulk request, of which only the hash leaves the service [D]. Immutable. */
public sealed interface BulkDocument {

    /**
     * Returns the document's name within its request.
     *
     * @return 1 to 36 characters, not blank
     */
    String id();

    /**
     * Returns what the app calls the document.
     *
     * @return 1 to 255 characters, not blank
     */
    String name();

    /**
     * Returns what is signed.
     *
     * @return the hash of the document; of a PDF that of its ByteRange
     */
    DocumentDigest digest();

    /**
     * A hash to be signed.
     *
     * @param id the document's name within its request, 1 to 36 characters
     * @param name what the app calls it, 1 to 255 characters
     * @param digest the hash of the document ({@code hashCode})
     * @param algorithm how it is signed ({@code sigAlgo})
     */
    record Hash(String id, String name, DocumentDigest digest, SignatureAlgorithm algorithm) implements BulkDocument {

        /**
         * Checks the texts.
         *
         * @param id the document's name within its request, 1 to 36 characters
         * @param name what the app calls it, 1 to 255 characters
         * @param digest the hash of the document
         * @param algorithm how it is signed
         * @throws io.github.iamsmart.error.ConfigurationException if a text is blank or too long
         */
        public Hash {
            BulkLimits.checkDocument(id, name);
        }
    }

    /**
     * A PDF to be signed, which stays with the service.
     *
     * @param id the document's name within its request, 1 to 36 characters
     * @param name what the app calls it, 1 to 255 characters
     * @param digest the SHA-256 of the PDF's ByteRange ({@code docDigest}), not of the file
     */
    record Pdf(String id, String name, DocumentDigest digest) implements BulkDocument {

        /**
         * Checks the texts.
         *
         * @param id the document's name within its request, 1 to 36 characters
         * @param name what the app calls it, 1 to 255 characters
         * @param digest the SHA-256 of the PDF's ByteRange
         * @throws io.github.iamsmart.error.ConfigurationException if a text is blank or too long
         */
        public Pdf {
            BulkLimits.checkDocument(id, name);
        }
    }

    /**
     * Makes a document whose hash is signed with the gateway's default, SHA256withRSA.
     *
     * @param id the document's name within its request, 1 to 36 characters
     * @param name what the app calls it, 1 to 255 characters
     * @param digest the hash of the document
     * @return the document
     * @throws io.github.iamsmart.error.ConfigurationException if a text is blank or too long
     */
    static BulkDocument hash(String id, String name, DocumentDigest digest) {
        return new Hash(id, name, digest, SignatureAlgorithm.SHA256_WITH_RSA);
    }

    /**
     * Makes a document that is a PDF.
     *
     * @param id the document's name within its request, 1 to 36 characters
     * @param name what the app calls it, 1 to 255 characters
     * @param byteRange the SHA-256 of the PDF's ByteRange, not of the file
     * @return the document
     * @throws io.github.iamsmart.error.ConfigurationException if a text is blank or too long
     */
    static BulkDocument pdf(String id, String name, DocumentDigest byteRange) {
        return new Pdf(id, name, byteRange);
    }
}
