/** Sign-in over the gateway: the page, the redirect, the token. */
@NullMarked
package io.github.iamsmart.internal.signin;

import org.jspecify.annotations.NullMarked;
