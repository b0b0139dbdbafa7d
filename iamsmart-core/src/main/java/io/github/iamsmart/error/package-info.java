/**
 * Errors that say what to do: the exceptions of this SDK, and the result codes of the gateway as open values, with
 * their meaning for developers and a message for the user in English, Traditional Chinese (Hong Kong) and Simplified
 * Chinese. {@linkplain io.github.iamsmart Marks} such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.error;

import org.jspecify.annotations.NullMarked;
