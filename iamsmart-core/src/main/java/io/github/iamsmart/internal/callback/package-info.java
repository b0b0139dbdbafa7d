/** From the bytes of a callback to a trusted answer: the body, the keys that open it, the envelope within. */
@NullMarked
package io.github.iamsmart.internal.callback;

import org.jspecify.annotations.NullMarked;
