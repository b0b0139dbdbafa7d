/**
 * Callbacks: what iAM Smart posts to the service when the user has answered.
 *
 * <p>Nobody signs them. {@link io.github.iamsmart.callback.CallbackApi} earns its trust by the content key and by the
 * state.
 */
@NullMarked
package io.github.iamsmart.callback;

import org.jspecify.annotations.NullMarked;
