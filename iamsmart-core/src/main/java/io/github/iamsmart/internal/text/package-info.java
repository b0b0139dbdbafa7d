/**
 * Sentences for users in the three languages of Hong Kong's public services, and the texts of queries and open names.
 * The lowest layer: it uses nothing else of the SDK.
 */
@NullMarked
package io.github.iamsmart.internal.text;

import org.jspecify.annotations.NullMarked;
