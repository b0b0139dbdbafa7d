/** The connections below a call: which may be used again, how much they may bring, and what a proxy is told. */
@NullMarked
package io.github.iamsmart.internal.gateway.connection;

import org.jspecify.annotations.NullMarked;
