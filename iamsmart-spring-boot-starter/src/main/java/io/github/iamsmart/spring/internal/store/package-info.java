/** What the shared stores have in common: the choice of one, and the bytes of their values. */
@NullMarked
package io.github.iamsmart.spring.internal.store;

import org.jspecify.annotations.NullMarked;
