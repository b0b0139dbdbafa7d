/** The profile: with the user's consent, or at once. Not API. */
@NullMarked
package io.github.iamsmart.simulator.profile;

import org.jspecify.annotations.NullMarked;
