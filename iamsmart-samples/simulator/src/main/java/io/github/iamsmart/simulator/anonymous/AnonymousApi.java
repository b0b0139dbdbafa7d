package io.github.iamsmart.simulator.anonymous;

import java.time.Duration;

/**
 * Where an anonymous flow is.
 *
 * @param flow its name
 * @param initiatePath below {@code /api/v1}
 * @param resultPath below {@code /api/v1}
 * @param ticketLifetime how long the user has
 */
public record AnonymousApi(String flow, String initiatePath, String resultPath, Duration ticketLifetime) {}
