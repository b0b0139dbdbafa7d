/**
 * Sign-in: the URL of the gateway's page, the redirect back, and the exchange of the authorization code for an access
 * token. {@linkplain io.github.iamsmart Marks} such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.signin;

import org.jspecify.annotations.NullMarked;
