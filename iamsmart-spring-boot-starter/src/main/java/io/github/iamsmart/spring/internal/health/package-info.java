/** What the health endpoint shows of a client. Each line of Spring Boot has a class of its own. */
@NullMarked
package io.github.iamsmart.spring.internal.health;

import org.jspecify.annotations.NullMarked;
