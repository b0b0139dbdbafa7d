/** Sign-in: its endpoints, the state that binds it to a browser, and the session it ends in. */
@NullMarked
package io.github.iamsmart.spring.internal.signin;

import org.jspecify.annotations.NullMarked;
