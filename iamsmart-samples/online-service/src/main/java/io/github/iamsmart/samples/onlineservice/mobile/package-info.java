/** The market's own mobile app: its sign-in by Direct Login from app to app, and what it may ask. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.mobile;

import org.jspecify.annotations.NullMarked;
