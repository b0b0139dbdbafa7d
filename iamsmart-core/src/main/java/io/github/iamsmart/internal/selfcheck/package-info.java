/** The checks of the self-check, each a class that writes its lines. */
@NullMarked
package io.github.iamsmart.internal.selfcheck;

import org.jspecify.annotations.NullMarked;
