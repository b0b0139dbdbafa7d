/** What all pages of the starter share: words, style, templates, and the files that they load. */
@NullMarked
package io.github.iamsmart.spring.internal.page;

import org.jspecify.annotations.NullMarked;
