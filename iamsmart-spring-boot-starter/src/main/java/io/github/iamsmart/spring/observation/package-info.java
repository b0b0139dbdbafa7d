/**
 * What the starter reports by Micrometer: the names of its observations and meters, and the conventions that an
 * application may replace. {@link io.github.iamsmart.spring.observation.IamSmartObservation} lists the observations,
 * {@link io.github.iamsmart.spring.observation.IamSmartMeter} the gauges.
 */
@NullMarked
package io.github.iamsmart.spring.observation;

import org.jspecify.annotations.NullMarked;
