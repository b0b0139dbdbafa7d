/** Bounded memory: entries that expire, and how often a caller may call. */
@NullMarked
package io.github.iamsmart.spring.internal.limit;

import org.jspecify.annotations.NullMarked;
