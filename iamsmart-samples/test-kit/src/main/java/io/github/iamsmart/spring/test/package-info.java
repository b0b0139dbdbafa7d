/** For the tests of applications that use the Spring Boot starter of the iAM Smart SDK. */
@NullMarked
package io.github.iamsmart.spring.test;

import org.jspecify.annotations.NullMarked;
