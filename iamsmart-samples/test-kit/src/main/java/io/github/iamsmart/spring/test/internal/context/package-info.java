/** Changes the contexts of tests. */
@NullMarked
package io.github.iamsmart.spring.test.internal.context;

import org.jspecify.annotations.NullMarked;
