/** What the filter chains of Spring Security need to know of the endpoints, and whether they reach them. */
@NullMarked
package io.github.iamsmart.spring.internal.security;

import org.jspecify.annotations.NullMarked;
