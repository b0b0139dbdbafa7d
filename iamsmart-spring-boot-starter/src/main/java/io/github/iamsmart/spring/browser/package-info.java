/** What the endpoints know of the browser that calls them: its cookie, its language, and the address it sees. */
@NullMarked
package io.github.iamsmart.spring.browser;

import org.jspecify.annotations.NullMarked;
