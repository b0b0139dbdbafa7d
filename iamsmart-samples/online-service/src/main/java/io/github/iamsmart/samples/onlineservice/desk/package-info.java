/**
 * What lies on the desks of the market: cases on their way, in memory, for as long as somebody may come back to them.
 */
@NullMarked
package io.github.iamsmart.samples.onlineservice.desk;

import org.jspecify.annotations.NullMarked;
