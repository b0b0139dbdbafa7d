/** Observations, gauges and the info contributor of the clients, on Micrometer and the actuator. */
@NullMarked
package io.github.iamsmart.spring.internal.observation;

import org.jspecify.annotations.NullMarked;
