/**
 * Sentences for the end user in the three languages of Hong Kong's public services. The lowest floor: uses nothing else
 * of the SDK.
 */
@NullMarked
package io.github.iamsmart.internal.text;

import org.jspecify.annotations.NullMarked;
