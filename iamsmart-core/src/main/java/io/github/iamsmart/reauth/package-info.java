/** Re-authentication: the user proves once more, before a risky step, that it is still he. */
@NullMarked
package io.github.iamsmart.reauth;

import org.jspecify.annotations.NullMarked;
