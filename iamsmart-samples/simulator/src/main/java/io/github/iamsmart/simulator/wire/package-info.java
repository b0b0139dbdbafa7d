/** The wire format as the gateway sees it: signature, sealed content, envelope, codes. Not API. */
@NullMarked
package io.github.iamsmart.simulator.wire;

import org.jspecify.annotations.NullMarked;
