/** The HTTP server: calls, answers, routes. Not API. */
@NullMarked
package io.github.iamsmart.simulator.http;

import org.jspecify.annotations.NullMarked;
