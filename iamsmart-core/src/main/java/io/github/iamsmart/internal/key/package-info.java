/** The life of the content key (CEK): fetched once, shared, renewed ahead of its end, remembered for late callbacks. */
@NullMarked
package io.github.iamsmart.internal.key;

import org.jspecify.annotations.NullMarked;
