/** What must hold on every line of Spring Boot. */
@NullMarked
package io.github.iamsmart.bootmatrix;

import org.jspecify.annotations.NullMarked;
