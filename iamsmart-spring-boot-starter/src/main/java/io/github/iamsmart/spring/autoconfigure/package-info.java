/** Auto-configurations: which beans there are, and which of them an application replaces. */
@NullMarked
package io.github.iamsmart.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
