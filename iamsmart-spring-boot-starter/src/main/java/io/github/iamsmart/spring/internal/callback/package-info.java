/** Where iAM Smart posts results: bytes in, an empty answer out. */
@NullMarked
package io.github.iamsmart.spring.internal.callback;

import org.jspecify.annotations.NullMarked;
