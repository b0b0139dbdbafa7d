/** Tells a waiting page how far its request is. */
@NullMarked
package io.github.iamsmart.spring.internal.waiting;

import org.jspecify.annotations.NullMarked;
