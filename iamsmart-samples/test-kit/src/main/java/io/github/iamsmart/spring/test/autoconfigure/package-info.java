/** What the annotations of the test kit configure. */
@NullMarked
package io.github.iamsmart.spring.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
