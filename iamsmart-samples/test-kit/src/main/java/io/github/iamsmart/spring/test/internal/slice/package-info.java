/** Takes the place of the client's requests in a test without a network. */
@NullMarked
package io.github.iamsmart.spring.test.internal.slice;

import org.jspecify.annotations.NullMarked;
