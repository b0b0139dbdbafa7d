/**
 * Callbacks: what iAM Smart posts to the service when the user has answered. They are not signed;
 * {@link io.github.iamsmart.callback.CallbackApi} says when one is trusted. {@linkplain io.github.iamsmart Marks} such
 * as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.callback;

import org.jspecify.annotations.NullMarked;
