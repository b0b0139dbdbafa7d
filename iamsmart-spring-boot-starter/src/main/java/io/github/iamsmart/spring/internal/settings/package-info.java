/** Checks properties and turns them into the settings of the endpoints and the client. */
@NullMarked
package io.github.iamsmart.spring.internal.settings;

import org.jspecify.annotations.NullMarked;
