/** Bulk signing over the gateway. */
@NullMarked
package io.github.iamsmart.internal.bulksigning;

import org.jspecify.annotations.NullMarked;
