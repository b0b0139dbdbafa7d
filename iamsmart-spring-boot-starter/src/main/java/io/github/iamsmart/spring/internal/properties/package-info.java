/** The {@code iamsmart.*} properties as they are bound; {@code internal.settings} checks them. */
@NullMarked
package io.github.iamsmart.spring.internal.properties;

import org.jspecify.annotations.NullMarked;
