/** Papers of the market: how they look, and where they are while they are of use. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.paper;

import org.jspecify.annotations.NullMarked;
