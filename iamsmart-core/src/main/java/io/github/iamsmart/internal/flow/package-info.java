/** What every flow is built on. */
@NullMarked
package io.github.iamsmart.internal.flow;

import org.jspecify.annotations.NullMarked;
