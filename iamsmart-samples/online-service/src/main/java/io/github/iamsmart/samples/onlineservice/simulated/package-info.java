/** What the site shows beside the simulator only: a tour, and what happens behind a page. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.simulated;

import org.jspecify.annotations.NullMarked;
