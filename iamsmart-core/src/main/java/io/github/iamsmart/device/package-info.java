/**
 * The user's device: its browser or app, its language, and the links that open the iAM Smart app on it.
 * {@linkplain io.github.iamsmart Marks} such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.device;

import org.jspecify.annotations.NullMarked;
