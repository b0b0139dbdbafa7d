/** What the page about the simulator shows, as tests. */
@NullMarked
package io.github.iamsmart.simulator.snippets;

import org.jspecify.annotations.NullMarked;
