/**
 * Requests that the user answers in the app, minutes later or never: remembered before they are sent, matched once,
 * delivered at least once, ended when their time is up.
 *
 * <p>{@link io.github.iamsmart.tracking.RequestTracker} is the state machine,
 * {@link io.github.iamsmart.tracking.RequestStore} where its state is kept.
 */
@NullMarked
package io.github.iamsmart.tracking;

import org.jspecify.annotations.NullMarked;
