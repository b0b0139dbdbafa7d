/** The formats of signatures and certificates, of which no library type leaves. */
@NullMarked
package io.github.iamsmart.internal.signature;

import org.jspecify.annotations.NullMarked;
