/**
 * The values of which requests are made: language, scope, source, state, business id, and the links that open the app.
 */
@NullMarked
package io.github.iamsmart.request;

import org.jspecify.annotations.NullMarked;
