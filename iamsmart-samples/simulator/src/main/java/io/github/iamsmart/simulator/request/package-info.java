/** Requests that wait for the user's answer, and the flow contract. Not API. */
@NullMarked
package io.github.iamsmart.simulator.request;

import org.jspecify.annotations.NullMarked;
