/** Compares the revisions of a PDF: what was changed after a signature, and whether the signature allows it. */
@NullMarked
package io.github.iamsmart.internal.signature.revisions;

import org.jspecify.annotations.NullMarked;
