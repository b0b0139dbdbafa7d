/** What the SDK costs beside the bare calls that its work cannot do without: always as ratios within one run. */
@NullMarked
package io.github.iamsmart.benchmarks;

import org.jspecify.annotations.NullMarked;
