/** Reads the verified fields of results. */
@NullMarked
package io.github.iamsmart.internal.identity;

import org.jspecify.annotations.NullMarked;
