/** Work that repeats in the background while the application runs. */
@NullMarked
package io.github.iamsmart.spring.internal.background;

import org.jspecify.annotations.NullMarked;
