/**
 * Sentences for users in the three languages of Hong Kong's public services. The lowest layer: it uses nothing else of
 * the SDK.
 */
@NullMarked
package io.github.iamsmart.internal.text;

import org.jspecify.annotations.NullMarked;
