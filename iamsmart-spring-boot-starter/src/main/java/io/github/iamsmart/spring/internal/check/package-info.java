/** The self-check of all clients, as the actuator shows it. */
@NullMarked
package io.github.iamsmart.spring.internal.check;

import org.jspecify.annotations.NullMarked;
