/** What needs Spring Security. */
@NullMarked
package io.github.iamsmart.spring.test.internal.security;

import org.jspecify.annotations.NullMarked;
