/**
 * Spring Boot's side of the SDK: the client as a bean, the sign-in endpoints, and the simulator while developing.
 *
 * <p>Configuration is in {@code iamsmart.*}; what an application uses or replaces is here and in
 * {@link io.github.iamsmart.spring.signin}.
 */
@NullMarked
package io.github.iamsmart.spring;

import org.jspecify.annotations.NullMarked;
