/** The simulator's own certification authority, from its root to the revocation of a certificate. Not API. */
@NullMarked
package io.github.iamsmart.simulator.certificate;

import org.jspecify.annotations.NullMarked;
