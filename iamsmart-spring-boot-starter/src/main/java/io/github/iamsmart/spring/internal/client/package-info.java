/** Makes the client of its properties. */
@NullMarked
package io.github.iamsmart.spring.internal.client;

import org.jspecify.annotations.NullMarked;
