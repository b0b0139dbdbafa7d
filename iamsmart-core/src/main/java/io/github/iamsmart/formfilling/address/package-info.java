/**
 * Addresses in Hong Kong, with their parts and as lines for an envelope or a form.
 *
 * <p>English addresses are written from the flat to the region, Chinese ones from the region to the flat. Words that
 * belong to an address but do not come with it ({@code Flat}, {@code 樓}) are added in the language of the address.
 * {@linkplain io.github.iamsmart Marks} such as [W] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.formfilling.address;

import org.jspecify.annotations.NullMarked;
