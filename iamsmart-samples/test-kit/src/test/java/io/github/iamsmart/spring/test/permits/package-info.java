/** An application whose tests use the kit. */
@NullMarked
package io.github.iamsmart.spring.test.permits;

import org.jspecify.annotations.NullMarked;
