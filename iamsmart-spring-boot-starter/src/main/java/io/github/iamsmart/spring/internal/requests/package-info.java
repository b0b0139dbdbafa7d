/** Starts requests for a browser and brings their outcomes to the application. */
@NullMarked
package io.github.iamsmart.spring.internal.requests;

import org.jspecify.annotations.NullMarked;
