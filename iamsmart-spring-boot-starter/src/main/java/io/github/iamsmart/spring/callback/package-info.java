/** Where iAM Smart posts results: bytes in, an empty answer out. */
@NullMarked
package io.github.iamsmart.spring.callback;

import org.jspecify.annotations.NullMarked;
