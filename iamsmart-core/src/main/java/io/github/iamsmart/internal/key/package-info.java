/**
 * The lifecycle of the content key (CEK): fetched once, shared, renewed before it expires, remembered for late
 * callbacks. {@linkplain io.github.iamsmart Marks} such as [S] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.internal.key;

import org.jspecify.annotations.NullMarked;
