/** Re-authentication. Not API. */
@NullMarked
package io.github.iamsmart.simulator.reauth;

import org.jspecify.annotations.NullMarked;
