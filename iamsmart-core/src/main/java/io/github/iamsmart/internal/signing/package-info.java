/** Signing over the gateway. */
@NullMarked
package io.github.iamsmart.internal.signing;

import org.jspecify.annotations.NullMarked;
