/** The sample online service: a market that gives out stall permits and signs its stallholders in with iAM Smart. */
@NullMarked
package io.github.iamsmart.samples.onlineservice;

import org.jspecify.annotations.NullMarked;
