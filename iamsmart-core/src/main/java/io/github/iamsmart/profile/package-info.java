/**
 * The verified identity of a user, with their consent or without a prompt. {@linkplain io.github.iamsmart Marks} such
 * as [W] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.profile;

import org.jspecify.annotations.NullMarked;
