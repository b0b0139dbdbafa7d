/** Form filling over the gateway. */
@NullMarked
package io.github.iamsmart.internal.formfilling;

import org.jspecify.annotations.NullMarked;
