/** The sign-in flow: getQR, getToken, authorization codes and access tokens. Not API. */
@NullMarked
package io.github.iamsmart.simulator.signin;

import org.jspecify.annotations.NullMarked;
