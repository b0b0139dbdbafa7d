/** The SDK's own, private JSON mapper. No Jackson type leaves the {@code internal} packages in a public signature. */
@NullMarked
package io.github.iamsmart.internal.json;

import org.jspecify.annotations.NullMarked;
