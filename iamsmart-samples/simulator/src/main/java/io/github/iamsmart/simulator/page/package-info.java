/** Pages: templates, messages, the QR code. Not API. */
@NullMarked
package io.github.iamsmart.simulator.page;

import org.jspecify.annotations.NullMarked;
