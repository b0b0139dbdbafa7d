/** The formats of signatures and certificates. No type of a cryptographic library appears outside this package. */
@NullMarked
package io.github.iamsmart.internal.signature;

import org.jspecify.annotations.NullMarked;
