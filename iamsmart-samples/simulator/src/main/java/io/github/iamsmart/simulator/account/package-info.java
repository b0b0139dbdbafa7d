/** Requests of a signed-in user: the rules that all of them share. Not API. */
@NullMarked
package io.github.iamsmart.simulator.account;

import org.jspecify.annotations.NullMarked;
