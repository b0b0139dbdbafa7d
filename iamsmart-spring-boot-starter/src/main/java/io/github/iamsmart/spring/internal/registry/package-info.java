/** The clients of the application as the parts of the starter see them that look after all of them. */
@NullMarked
package io.github.iamsmart.spring.internal.registry;

import org.jspecify.annotations.NullMarked;
