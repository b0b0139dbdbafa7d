/** Small pages that a sign-in shows. */
@NullMarked
package io.github.iamsmart.spring.internal.signin.page;

import org.jspecify.annotations.NullMarked;
