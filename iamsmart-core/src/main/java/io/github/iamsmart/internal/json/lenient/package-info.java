/** Reads what users entered and gateways sent, without rejecting a member that is missing, new or of another type. */
@NullMarked
package io.github.iamsmart.internal.json.lenient;

import org.jspecify.annotations.NullMarked;
