/**
 * Digital signing of PDFs and of the hashes of documents, by users of iAM Smart+. {@linkplain io.github.iamsmart Marks}
 * such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.signing;

import org.jspecify.annotations.NullMarked;
