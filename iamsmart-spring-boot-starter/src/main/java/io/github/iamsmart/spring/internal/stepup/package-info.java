/** Methods that ask more of a user than to be signed in: an iAM Smart+ account, or a fresh re-authentication. */
@NullMarked
package io.github.iamsmart.spring.internal.stepup;

import org.jspecify.annotations.NullMarked;
