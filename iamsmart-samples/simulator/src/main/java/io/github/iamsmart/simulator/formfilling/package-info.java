/** Form filling (e-ME). Not API. */
@NullMarked
package io.github.iamsmart.simulator.formfilling;

import org.jspecify.annotations.NullMarked;
