/** Registered online services: what the portal knows of them, their CEK and what they have sent. Not API. */
@NullMarked
package io.github.iamsmart.simulator.client;

import org.jspecify.annotations.NullMarked;
