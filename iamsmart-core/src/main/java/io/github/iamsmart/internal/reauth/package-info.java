/** Re-authentication over the gateway. */
@NullMarked
package io.github.iamsmart.internal.reauth;

import org.jspecify.annotations.NullMarked;
