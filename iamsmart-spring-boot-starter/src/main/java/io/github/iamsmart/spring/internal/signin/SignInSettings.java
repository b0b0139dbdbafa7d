package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.identity.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How sign-in works in this application, checked.
 *
 * @param successUrl where to go after sign-in: a path within the application, or an absolute URL
 * @param failureUrl where to go when a sign-in fails; empty for the page of this library
 * @param scopes what to ask for
 * @param stateLifetime how long a sign-in may take
 * @param failedAttemptsPerMinute how many codes that are refused a network may bring in a minute
 */
public record SignInSettings(
        String successUrl,
        Optional<String> failureUrl,
        Set<Scope> scopes,
        Duration stateLifetime,
        int failedAttemptsPerMinute) {}
