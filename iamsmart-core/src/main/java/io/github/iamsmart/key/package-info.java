/**
 * The two keys of the protocol: the KEK, which belongs to the online service, and the CEK, which iAM Smart makes and
 * wraps under the KEK.
 */
@NullMarked
package io.github.iamsmart.key;

import org.jspecify.annotations.NullMarked;
