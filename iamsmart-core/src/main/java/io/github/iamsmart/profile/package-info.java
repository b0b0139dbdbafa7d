/**
 * Identity that iAM Smart has verified: the Hong Kong identity card number, names, date of birth and sex of a person.
 *
 * <p>What a person typed into the app without anybody checking it lives in {@code io.github.iamsmart.formfilling} and
 * is of other types.
 */
@NullMarked
package io.github.iamsmart.profile;

import org.jspecify.annotations.NullMarked;
