/**
 * Sign-in in a servlet application: the endpoints, the state that binds a sign-in to its browser, and the handlers,
 * store and event that an application uses or replaces.
 */
@NullMarked
package io.github.iamsmart.spring.signin;

import org.jspecify.annotations.NullMarked;
