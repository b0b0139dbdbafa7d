package io.github.iamsmart.error;

/**
 * What is known about a code of the gateway.
 *
 * @param value the code in its {@code D} form
 * @param mark how well the fact is known, as in the protocol page
 * @param meaning for developers, in English
 * @param retryCanHelp whether the same request, freshly signed, may succeed without anybody changing anything
 * @param userMessage what the end user is told
 */
record KnownCode(String value, String mark, String meaning, boolean retryCanHelp, UserMessage userMessage) {}
