/** The simulator of a test, and the callbacks that it sends. */
@NullMarked
package io.github.iamsmart.spring.test.internal.simulator;

import org.jspecify.annotations.NullMarked;
