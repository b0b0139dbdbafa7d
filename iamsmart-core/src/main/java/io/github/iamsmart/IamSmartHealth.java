package io.github.iamsmart;

import io.github.iamsmart.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The client's health as it knows it, without a network call.
 *
 * @param cekIssuedAt when the content key in use was issued; empty before the first call
 * @param cekExpiresAt when it expires
 * @param kekCertificates when the certificate of each configured KEK expires, the current KEK first
 * @param clockSkew how far the gateway's clock is ahead of ours, by its latest answer
 * @param lastSuccessAt when a call last succeeded
 * @param lastFailure the latest failed call, if any
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
     * @param notAfter when its certificate expires; empty if it has none
     * @param expired whether it has expired
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
