/** Texts in the formats that files, pages and logs need. */
@NullMarked
package io.github.iamsmart.spring.internal.text;

import org.jspecify.annotations.NullMarked;
