/** The files that tie the service's own mobile apps to its web address. */
@NullMarked
package io.github.iamsmart.spring.association;

import org.jspecify.annotations.NullMarked;
