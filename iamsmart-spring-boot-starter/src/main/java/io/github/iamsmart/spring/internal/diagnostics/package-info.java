/** What the reader of a failed start is told, and what the actuator must not show. */
@NullMarked
package io.github.iamsmart.spring.internal.diagnostics;

import org.jspecify.annotations.NullMarked;
