/** The simulated gateway inside the application, for development and tests. */
@NullMarked
package io.github.iamsmart.spring.simulator;

import org.jspecify.annotations.NullMarked;
