/** Verification of a consular corps identity card (CCIC), of which hardly anything is public. */
@NullMarked
package io.github.iamsmart.ccic;

import org.jspecify.annotations.NullMarked;
