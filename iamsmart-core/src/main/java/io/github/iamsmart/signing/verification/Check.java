package io.github.iamsmart.signing.verification;

/** One check of a verification. */
public enum Check {
    /** A PDF's signature is a detached PKCS#7 structure with one signer, and by no algorithm that is refused. */
    CMS_CONTENT,
    /** The digest in the PKCS#7 structure matches the signed bytes of the PDF. */
    MESSAGE_DIGEST,
    /** The PKCS#7 structure holds the signer's certificate and is bound to it. */
    SIGNING_CERTIFICATE,
    /** The signature matches the certificate's key and the signed bytes. */
    SIGNATURE,
    /** The signed document is the expected one. */
    DOCUMENT_HASH,
    /** The certificate leads to a trust anchor that the application named, by keys and signatures that are strong. */
    CERTIFICATE_PATH,
    /** The certificate was valid when the signature was made. */
    VALIDITY_AT_SIGNING_TIME,
    /** The certificate's key is allowed to sign documents, and is not that of a certification authority. */
    KEY_USAGE,
    /** The certificate had not been revoked when the signature was made. */
    REVOCATION,
    /** The signer is the expected person. */
    HKIC,
    /** The signature of a PDF covers the whole file. */
    BYTE_RANGE,
    /** Nothing was changed in a PDF after the signature, except for what this and earlier signatures allow. */
    LATER_CHANGES,
    /**
     * The time-stamps (RFC 3161) of a PDF's signature are about it. Who made them is not checked, so this row never
     * passes; there is none without a time-stamp.
     */
    TIME_STAMP
}
