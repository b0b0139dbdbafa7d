/** The page that a visitor looks at while the phone asks. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.waiting;

import org.jspecify.annotations.NullMarked;
