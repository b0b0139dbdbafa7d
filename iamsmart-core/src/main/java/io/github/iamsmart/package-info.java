/** The iAM Smart SDK: {@link io.github.iamsmart.IamSmartClient} is the one entry. */
@NullMarked
package io.github.iamsmart;

import org.jspecify.annotations.NullMarked;
