/**
 * Spring Boot's side of the SDK: the client as a bean, the endpoints of sign-in, callbacks and waiting pages, the
 * delivery of results, and the simulator while developing.
 *
 * <p>Configuration is in {@code iamsmart.*}; what an application uses or replaces is here and in
 * {@link io.github.iamsmart.spring.signin} and {@link io.github.iamsmart.spring.requests}.
 */
@NullMarked
package io.github.iamsmart.spring;

import org.jspecify.annotations.NullMarked;
