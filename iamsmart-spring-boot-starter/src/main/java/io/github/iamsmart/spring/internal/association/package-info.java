/** The files that tie the service's own mobile apps to its web address. */
@NullMarked
package io.github.iamsmart.spring.internal.association;

import org.jspecify.annotations.NullMarked;
