/** Requests of people who have not signed in: the rules that all of them share. Not API. */
@NullMarked
package io.github.iamsmart.simulator.anonymous;

import org.jspecify.annotations.NullMarked;
