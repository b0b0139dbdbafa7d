/** Where the gateway is: its environments and the path of each API. */
@NullMarked
package io.github.iamsmart.environment;

import org.jspecify.annotations.NullMarked;
