/**
 * Signing of PDFs in two steps, which may run on different nodes and days. It needs Apache PDFBox
 * ({@code org.apache.pdfbox:pdfbox}, 3.0) on the class path, an optional dependency of this module.
 * {@linkplain io.github.iamsmart Marks} such as [D] say how sure a fact is.
 */
@NullMarked
package io.github.iamsmart.signing.pdf;

import org.jspecify.annotations.NullMarked;
