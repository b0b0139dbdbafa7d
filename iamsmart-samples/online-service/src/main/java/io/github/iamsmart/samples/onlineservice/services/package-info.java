/** The page after the sign-in, with the services that a stallholder can use. */
@NullMarked
package io.github.iamsmart.samples.onlineservice.services;

import org.jspecify.annotations.NullMarked;
