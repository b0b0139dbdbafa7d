/** Sign-in: the way to the gateway's page, the redirect back, and the exchange of the code for an access token. */
@NullMarked
package io.github.iamsmart.signin;

import org.jspecify.annotations.NullMarked;
