/**
 * The cryptography of the protocol: request signatures, sealed content, unwrapping of content keys. No class here does
 * I/O. {@linkplain io.github.iamsmart Marks} such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.internal.crypto;

import org.jspecify.annotations.NullMarked;
