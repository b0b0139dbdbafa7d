/** What visitors have begun, and whose it is. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.cases;

import org.jspecify.annotations.NullMarked;
