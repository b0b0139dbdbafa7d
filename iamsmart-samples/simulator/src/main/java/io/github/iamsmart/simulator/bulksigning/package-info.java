/** Signing of many documents with one consent, from the request to the acknowledgement. Not API. */
@NullMarked
package io.github.iamsmart.simulator.bulksigning;

import org.jspecify.annotations.NullMarked;
