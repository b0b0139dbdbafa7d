package io.github.iamsmart.selfcheck;

/**
 * One point of the self-check. Contains no secret, key or token.
 *
 * @param id which check, the same in every version: {@code callback-chain}
 * @param subject what was checked, where there can be several: a host, or the name of a callback URL; empty where there
 *     is one
 * @param status how it was found
 * @param finding what was found, one or two sentences
 * @param advice what to do; empty where there is nothing to do
 */
public record SelfCheckLine(String id, String subject, SelfCheckStatus status, String finding, String advice) {}
