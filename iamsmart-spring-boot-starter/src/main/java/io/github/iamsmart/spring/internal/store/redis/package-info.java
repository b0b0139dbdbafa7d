/** Stores in Redis. */
@NullMarked
package io.github.iamsmart.spring.internal.store.redis;

import org.jspecify.annotations.NullMarked;
