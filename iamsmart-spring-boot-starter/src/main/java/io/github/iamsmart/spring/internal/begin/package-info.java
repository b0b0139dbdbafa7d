/** Beginning a request in one call, and the browser's way from there to the page that waits. */
@NullMarked
package io.github.iamsmart.spring.internal.begin;

import org.jspecify.annotations.NullMarked;
