/** The handlers that answer the browser where the application defines none. */
@NullMarked
package io.github.iamsmart.spring.internal.signin.handler;

import org.jspecify.annotations.NullMarked;
