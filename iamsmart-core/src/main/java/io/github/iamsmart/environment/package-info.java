/**
 * Where the gateway is: its environments and the path of each API. {@linkplain io.github.iamsmart Marks} such as [D]
 * say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.environment;

import org.jspecify.annotations.NullMarked;
