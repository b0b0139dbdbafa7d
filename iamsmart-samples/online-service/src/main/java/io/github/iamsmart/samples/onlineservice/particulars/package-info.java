/** What iAM Smart has verified about a visitor, shown and not kept. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.particulars;

import org.jspecify.annotations.NullMarked;
