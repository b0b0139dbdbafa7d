/** Tests of the stores for many nodes, on servers that they start themselves. */
@NullMarked
package io.github.iamsmart.stores;

import org.jspecify.annotations.NullMarked;
