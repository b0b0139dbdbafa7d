/**
 * Spring Boot's side of the SDK: the client as a bean, the endpoints of sign-in, callbacks and waiting pages, the
 * delivery of results, and the simulator while developing.
 *
 * <p>Configuration is in {@code iamsmart.*}. What an application uses or replaces is here, in
 * {@link io.github.iamsmart.spring.signin} and in {@link io.github.iamsmart.spring.requests}; everything below
 * {@code internal} can change in any version.
 */
@NullMarked
package io.github.iamsmart.spring;

import org.jspecify.annotations.NullMarked;
