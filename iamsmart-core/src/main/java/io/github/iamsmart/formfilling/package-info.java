/**
 * Form filling: data that the user typed into the app to fill in forms, not verified. {@linkplain io.github.iamsmart
 * Marks} such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.formfilling;

import org.jspecify.annotations.NullMarked;
