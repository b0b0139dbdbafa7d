/**
 * Signing of PDFs in two steps, on different nodes and days if need be. It needs Apache PDFBox
 * ({@code org.apache.pdfbox:pdfbox}, 3.0) on the class path, which is an optional dependency of this module.
 */
@NullMarked
package io.github.iamsmart.signing.pdf;

import org.jspecify.annotations.NullMarked;
