/**
 * What an application with Spring Security uses: the configurer of its filter chain, the authentication of a user who
 * has signed in with iAM Smart, and annotations for methods. Nothing else of this library needs Spring Security.
 */
@NullMarked
package io.github.iamsmart.spring.security;

import org.jspecify.annotations.NullMarked;
