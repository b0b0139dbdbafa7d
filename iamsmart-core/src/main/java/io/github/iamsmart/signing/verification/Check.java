package io.github.iamsmart.signing.verification;

/** One point of a verification. */
public enum Check {
    /** A PDF's signature is a detached PKCS#7 structure with one signer and SHA-256. */
    CMS_CONTENT,
    /** The digest in the PKCS#7 structure is that of the signed bytes of the PDF. */
    MESSAGE_DIGEST,
    /** The PKCS#7 structure holds the signer's certificate and is tied to it. */
    SIGNING_CERTIFICATE,
    /** The signature fits the certificate's key and the bytes that are signed. */
    SIGNATURE,
    /** What was signed is the document that was meant. */
    DOCUMENT_HASH,
    /** The certificate comes from a trust anchor that the user of the SDK named. */
    CERTIFICATE_PATH,
    /** The certificate was valid when the signature was made. */
    VALIDITY_AT_SIGNING_TIME,
    /** The certificate's key may sign documents. */
    KEY_USAGE,
    /** The certificate had not been revoked when the signature was made. */
    REVOCATION,
    /** The signer is the person who was meant. */
    HKIC,
    /** The signature of a PDF covers all of the file. */
    BYTE_RANGE
}
