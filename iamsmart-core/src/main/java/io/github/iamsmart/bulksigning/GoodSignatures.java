package io.github.iamsmart.bulksigning;

import io.github.iamsmart.bulksigning.BulkSignature.OfHash;
import io.github.iamsmart.bulksigning.BulkSignature.OfPdf;
import io.github.iamsmart.internal.crypto.Sha256;
import io.github.iamsmart.signing.HashSigningResult;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which signature of each document was found good, so that another one for the same document is not mistaken
 * for it. The signature of a hash is kept as it is, because hashing it takes a good part of the time of verifying it;
 * for that of a PDF, which contains its certificates, the hash is kept. Thread-safe.
 */
final class GoodSignatures {

    private final Map<String, HashSigningResult> ofHashes = new ConcurrentHashMap<>();
    private final Map<String, byte[]> ofPdfs = new ConcurrentHashMap<>();

    void add(BulkSignature signature) {
        if (signature instanceof OfHash hash) {
            ofHashes.put(hash.documentId(), hash.result());
        } else if (signature instanceof OfPdf pdf) {
            ofPdfs.put(pdf.documentId(), digest(pdf));
        }
    }

    boolean has(BulkSignature signature) {
        if (signature instanceof OfHash hash) {
            HashSigningResult good = ofHashes.get(hash.documentId());
            return good != null && same(good, hash.result());
        }
        return signature instanceof OfPdf pdf && MessageDigest.isEqual(ofPdfs.get(pdf.documentId()), digest(pdf));
    }

    private static boolean same(HashSigningResult one, HashSigningResult other) {
        return MessageDigest.isEqual(one.signature(), other.signature())
                && MessageDigest.isEqual(one.certificate(), other.certificate())
                && one.signedAt().equals(other.signedAt());
    }

    private static byte[] digest(OfPdf pdf) {
        return Sha256.of(pdf.result().pdfSignature());
    }
}
