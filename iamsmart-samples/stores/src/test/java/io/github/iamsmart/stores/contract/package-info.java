/** What every store does: a store of one's own can be tested with these classes. They need JUnit and AssertJ. */
@NullMarked
package io.github.iamsmart.stores.contract;

import org.jspecify.annotations.NullMarked;
