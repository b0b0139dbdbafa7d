/** Bulk signing: the day passes of a whole season, with one consent. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.daypasses;

import org.jspecify.annotations.NullMarked;
