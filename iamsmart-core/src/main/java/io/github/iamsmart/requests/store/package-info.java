/**
 * Storage of requests and their answers: the interfaces that a store implements, the data that it receives, and
 * in-memory stores. A store receives neither secrets nor personal data in clear. {@linkplain io.github.iamsmart Marks}
 * such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.requests.store;

import org.jspecify.annotations.NullMarked;
