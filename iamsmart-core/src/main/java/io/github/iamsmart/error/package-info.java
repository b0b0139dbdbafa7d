/**
 * Errors that say what to do: the codes of the gateway as open values, with their meaning for developers and a sentence
 * for the end user in English, Traditional Chinese (Hong Kong) and Simplified Chinese.
 */
@NullMarked
package io.github.iamsmart.error;

import org.jspecify.annotations.NullMarked;
