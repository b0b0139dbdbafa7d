package io.github.iamsmart;

import io.github.iamsmart.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the client knows about itself without asking anybody.
 *
 * @param cekIssuedAt when the content key in use was made; empty before the first call
 * @param cekExpiresAt when it ends
 * @param kekCertificates when the certificate of each configured KEK ends, the current KEK first
 * @param clockSkew how far the gateway's clock is ahead of ours, by its latest answer
 * @param lastSuccessAt when a call last succeeded
 * @param lastFailure the latest call that failed, if any did
 */
public record IamSmartHealth(
        Optional<Instant> cekIssuedAt,
        Optional<Instant> cekExpiresAt,
        List<KekCertificate> kekCertificates,
        Optional<Duration> clockSkew,
        Optional<Instant> lastSuccessAt,
        Optional<Failure> lastFailure) {

    /**
     * The certificate of a KEK.
     *
     * @param description which key: a file name or alias
     * @param notAfter when its certificate ends; empty if it has none
     * @param expired whether it has ended
     */
    public record KekCertificate(String description, Optional<Instant> notAfter, boolean expired) {}

    /**
     * A call that failed.
     *
     * @param at when
     * @param path which call
     * @param code the gateway's result code, if it gave one
     * @param kind the simple name of the exception
     */
    public record Failure(Instant at, String path, Optional<ErrorCode> code, String kind) {}
}
