/**
 * Addresses as people give them in Hong Kong, with their parts and as lines for an envelope or a form.
 *
 * <p>English addresses are written from the small to the large, Chinese ones from the large to the small. Words that
 * belong to an address and do not come with it ({@code Flat}, {@code 樓}) are added in the language of the address.
 */
@NullMarked
package io.github.iamsmart.formfilling.address;

import org.jspecify.annotations.NullMarked;
