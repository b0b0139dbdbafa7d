/** Digital signing of a document's hash and of PDFs, by users of iAM Smart+. */
@NullMarked
package io.github.iamsmart.signing;

import org.jspecify.annotations.NullMarked;
