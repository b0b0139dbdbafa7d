/**
 * The self-check: whether everything is in place for the gateway, the keys, the store and the callbacks, with what to
 * do about each point that is not.
 */
@NullMarked
package io.github.iamsmart.selfcheck;

import org.jspecify.annotations.NullMarked;
