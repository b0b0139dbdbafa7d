/** What the endpoints know of the browser that calls them and of the address it sees. */
@NullMarked
package io.github.iamsmart.spring.internal.web;

import org.jspecify.annotations.NullMarked;
