/** What arrived and why it was refused. Not API. */
@NullMarked
package io.github.iamsmart.simulator.journal;

import org.jspecify.annotations.NullMarked;
