/** The key flow: getKey and revokeKey. Not API. */
@NullMarked
package io.github.iamsmart.simulator.key;

import org.jspecify.annotations.NullMarked;
