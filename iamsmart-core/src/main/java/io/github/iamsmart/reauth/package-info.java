/**
 * Re-authentication: before a sensitive step, the user proves their identity again. {@linkplain io.github.iamsmart
 * Marks} such as [1] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.reauth;

import org.jspecify.annotations.NullMarked;
