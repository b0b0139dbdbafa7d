/** Digital signing of hashes and of PDFs, from the request to the acknowledgement. Not API. */
@NullMarked
package io.github.iamsmart.simulator.signing;

import org.jspecify.annotations.NullMarked;
