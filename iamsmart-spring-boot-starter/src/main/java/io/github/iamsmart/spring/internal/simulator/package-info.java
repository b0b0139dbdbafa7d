/** The simulated gateway inside the application, for development and tests. */
@NullMarked
package io.github.iamsmart.spring.internal.simulator;

import org.jspecify.annotations.NullMarked;
