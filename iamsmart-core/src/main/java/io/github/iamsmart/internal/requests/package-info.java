/** Follows requests from their sending to their end: one state machine over the stores. */
@NullMarked
package io.github.iamsmart.internal.requests;

import org.jspecify.annotations.NullMarked;
