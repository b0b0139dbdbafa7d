/** Profile requests over the gateway. */
@NullMarked
package io.github.iamsmart.internal.profile;

import org.jspecify.annotations.NullMarked;
