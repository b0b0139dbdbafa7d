/**
 * Verification of a consular corps identity card (CCIC), about which hardly anything is public.
 * {@linkplain io.github.iamsmart Marks} such as [?] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.ccic;

import org.jspecify.annotations.NullMarked;
