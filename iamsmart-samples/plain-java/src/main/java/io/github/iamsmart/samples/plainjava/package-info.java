/** Sign-in with nothing but the client and the JDK. */
@NullMarked
package io.github.iamsmart.samples.plainjava;

import org.jspecify.annotations.NullMarked;
