/**
 * The two keys of the protocol: the key encryption key (KEK), which belongs to the online service, and the content
 * encryption key (CEK), which iAM Smart generates and wraps under the KEK. {@linkplain io.github.iamsmart Marks} such
 * as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.key;

import org.jspecify.annotations.NullMarked;
