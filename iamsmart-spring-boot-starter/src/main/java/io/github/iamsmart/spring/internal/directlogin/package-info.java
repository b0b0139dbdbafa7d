/** The endpoints of sign-ins that begin inside the iAM Smart app or the service's own app. */
@NullMarked
package io.github.iamsmart.spring.internal.directlogin;

import org.jspecify.annotations.NullMarked;
