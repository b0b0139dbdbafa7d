/**
 * The single path of every call: serialise, seal, sign, send, open.
 *
 * <p>{@link io.github.iamsmart.internal.gateway.SignedCalls} is the only code that sends, and it signs the very array
 * that it sends; {@link io.github.iamsmart.internal.gateway.SealedCalls} adds the content encryption.
 * {@linkplain io.github.iamsmart Marks} such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.internal.gateway;

import org.jspecify.annotations.NullMarked;
