/**
 * Requests that users answer in the app: begun for a browser, watched by its waiting page, and brought to the
 * application when they end, at least once.
 */
@NullMarked
package io.github.iamsmart.spring.requests;

import org.jspecify.annotations.NullMarked;
