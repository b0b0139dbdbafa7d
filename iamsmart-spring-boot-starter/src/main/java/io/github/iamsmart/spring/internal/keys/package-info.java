/** Reads key pairs and certificates from where properties point. */
@NullMarked
package io.github.iamsmart.spring.internal.keys;

import org.jspecify.annotations.NullMarked;
