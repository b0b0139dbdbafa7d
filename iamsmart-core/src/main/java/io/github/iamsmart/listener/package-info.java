/** What the client reports to an application about its calls and keys: for metrics, tracing and health. */
@NullMarked
package io.github.iamsmart.listener;

import org.jspecify.annotations.NullMarked;
