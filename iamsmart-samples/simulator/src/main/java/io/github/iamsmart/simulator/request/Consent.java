package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.persona.Persona;
import java.util.List;

/**
 * What a user has agreed to.
 *
 * @param persona who agrees
 * @param fields those of the fields asked for that the user gives
 * @param passed whether the face was the right one, where that is asked
 */
public record Consent(Persona persona, List<String> fields, boolean passed) {}
