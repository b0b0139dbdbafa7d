/** Who is signed in, the way out, and what to say when a sign-in fails. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.signin;

import org.jspecify.annotations.NullMarked;
