/** What every flow is built on: requests are sent and completed here, and what a flow is is declared. */
@NullMarked
package io.github.iamsmart.internal.flow;

import org.jspecify.annotations.NullMarked;
