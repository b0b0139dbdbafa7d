/**
 * Who the user is: the access token and the Tokenised ID that a sign-in yields, and the verified identity. Shared by
 * all flows. {@linkplain io.github.iamsmart Marks} such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.identity;

import org.jspecify.annotations.NullMarked;
