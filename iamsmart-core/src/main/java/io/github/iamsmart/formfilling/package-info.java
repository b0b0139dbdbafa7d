/** Form filling: what a person typed into the app to fill forms with, verified by nobody. */
@NullMarked
package io.github.iamsmart.formfilling;

import org.jspecify.annotations.NullMarked;
