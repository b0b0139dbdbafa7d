/** CCIC verification over the gateway. */
@NullMarked
package io.github.iamsmart.internal.ccic;

import org.jspecify.annotations.NullMarked;
