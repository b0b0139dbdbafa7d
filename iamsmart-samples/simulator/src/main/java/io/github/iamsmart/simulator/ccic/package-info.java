/** CCIC verification, of which only the shape can be guessed. Not API. */
@NullMarked
package io.github.iamsmart.simulator.ccic;

import org.jspecify.annotations.NullMarked;
