/**
 * Reading of PDFs: strictly, because every PDF reader repairs a broken file in its own way, and within bounds, because
 * a file of some kilobytes can decompress to gigabytes. It needs Apache PDFBox.
 */
@NullMarked
package io.github.iamsmart.internal.pdf;

import org.jspecify.annotations.NullMarked;
