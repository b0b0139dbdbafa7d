/**
 * The cryptography of the wire: request signatures, sealed content, unwrapping of content keys. Nothing here does I/O.
 */
@NullMarked
package io.github.iamsmart.internal.crypto;

import org.jspecify.annotations.NullMarked;
