/**
 * What an application uses of requests that users answer in the app: it starts them for a browser, and receives their
 * progress and their outcome.
 */
@NullMarked
package io.github.iamsmart.spring.requests;

import org.jspecify.annotations.NullMarked;
