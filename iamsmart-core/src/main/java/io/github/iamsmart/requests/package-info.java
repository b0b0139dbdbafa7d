/**
 * Requests that users answer in the app, minutes later or never: stored before they are sent, answered once, delivered
 * at least once, expired when their time is up.
 *
 * <p>{@link io.github.iamsmart.requests.RequestKind} declares a kind of request,
 * {@link io.github.iamsmart.requests.Requests} follows requests to their end, and
 * {@link io.github.iamsmart.requests.store.RequestStore} stores them. {@linkplain io.github.iamsmart Marks} such as [D]
 * say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.requests;

import org.jspecify.annotations.NullMarked;
