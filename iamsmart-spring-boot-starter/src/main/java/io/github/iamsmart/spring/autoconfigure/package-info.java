/** Configuration properties, auto-configurations, and what a start that fails tells its reader. */
@NullMarked
package io.github.iamsmart.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
