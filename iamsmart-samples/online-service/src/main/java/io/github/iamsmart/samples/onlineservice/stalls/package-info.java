/** The first service: the stalls that are free this season. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.stalls;

import org.jspecify.annotations.NullMarked;
