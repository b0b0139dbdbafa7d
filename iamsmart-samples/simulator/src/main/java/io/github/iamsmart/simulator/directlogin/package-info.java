/** Direct Login: sign-ins that begin in the app's catalogue of services (protocol.md 10). Not API. */
@NullMarked
package io.github.iamsmart.simulator.directlogin;

import org.jspecify.annotations.NullMarked;
