/** What the actuator's health endpoint shows of a client. The two lines of Spring Boot have a class each. */
@NullMarked
package io.github.iamsmart.spring.health;

import org.jspecify.annotations.NullMarked;
